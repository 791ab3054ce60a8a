package dev.sallyport.adapters.sql.token;

import dev.sallyport.adapters.sql.SharedDatabases;
import dev.sallyport.testkit.OneTimeTokenHoldingsContract;
import dev.sallyport.testkit.OneTimeTokenStoreContract;
import dev.sallyport.testkit.OneTimeTokenSweepContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** One-time tokens in each SQL database. */
final class SqlOneTimeTokenStoreTest {

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
    abstract static class Promises
            implements OneTimeTokenStoreContract,
                    OneTimeTokenSweepContract,
                    OneTimeTokenHoldingsContract<SqlOneTimeTokenStore> {

        private SqlOneTimeTokenStore store;

        @BeforeEach
        void take(SqlOneTimeTokenStore shared) {
            store = shared;
        }

        @Override
        public SqlOneTimeTokenStore store() {
            return store;
        }
    }
}
