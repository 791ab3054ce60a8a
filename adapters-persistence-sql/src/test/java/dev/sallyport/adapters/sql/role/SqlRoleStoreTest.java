package dev.sallyport.adapters.sql.role;

import dev.sallyport.adapters.sql.SharedDatabases;
import dev.sallyport.testkit.RoleHoldingsContract;
import dev.sallyport.testkit.RoleStoreContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** Definitions of roles in each SQL database. */
final class SqlRoleStoreTest {

    @Nested
    @OnBackend("H2")
    class OnH2 extends Promises {}

    @Nested
    @OnBackend("SQLite")
    class OnSqlite extends Promises {}

    @Nested
    @OnBackend("PostgreSQL")
    class OnPostgres extends Promises {}

    @Nested
    @OnBackend("MariaDB")
    class OnMariaDb extends Promises {}

    @Nested
    @OnBackend("MySQL")
    class OnMySql extends Promises {}

    @ExtendWith(SharedDatabases.class)
    abstract static class Promises implements RoleStoreContract, RoleHoldingsContract<SqlRoleStore> {

        private SqlRoleStore store;

        @BeforeEach
        void take(SqlRoleStore shared) {
            store = shared;
        }

        @Override
        public SqlRoleStore store() {
            return store;
        }
    }
}
