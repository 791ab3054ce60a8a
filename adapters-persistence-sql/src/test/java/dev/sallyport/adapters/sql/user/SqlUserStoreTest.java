package dev.sallyport.adapters.sql.user;

import dev.sallyport.adapters.sql.SharedDatabases;
import dev.sallyport.testkit.UserHoldingsContract;
import dev.sallyport.testkit.UserListContract;
import dev.sallyport.testkit.UserStoreContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** Accounts in each SQL database. */
final class SqlUserStoreTest {

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
    abstract static class Promises implements UserStoreContract, UserListContract, UserHoldingsContract<SqlUserStore> {

        private SqlUserStore store;

        @BeforeEach
        void take(SqlUserStore shared) {
            store = shared;
        }

        @Override
        public SqlUserStore store() {
            return store;
        }
    }
}
