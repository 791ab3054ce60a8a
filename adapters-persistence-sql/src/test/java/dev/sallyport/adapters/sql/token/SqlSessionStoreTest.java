package dev.sallyport.adapters.sql.token;

import dev.sallyport.adapters.sql.SharedDatabases;
import dev.sallyport.testkit.SessionHoldingsContract;
import dev.sallyport.testkit.SessionStoreContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions in each SQL database. */
final class SqlSessionStoreTest {

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
    abstract static class Promises implements SessionStoreContract, SessionHoldingsContract<SqlSessionStore> {

        private SqlSessionStore store;

        @BeforeEach
        void take(SqlSessionStore shared) {
            store = shared;
        }

        @Override
        public SqlSessionStore store() {
            return store;
        }
    }
}
