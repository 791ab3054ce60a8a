package dev.sallyport.adapters.sql.apikey;

import dev.sallyport.adapters.sql.SharedDatabases;
import dev.sallyport.testkit.ApiKeyHoldingsContract;
import dev.sallyport.testkit.ApiKeyStoreContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** API keys in each SQL database. */
final class SqlApiKeyStoreTest {

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
    abstract static class Promises implements ApiKeyStoreContract, ApiKeyHoldingsContract<SqlApiKeyStore> {

        private SqlApiKeyStore store;

        @BeforeEach
        void take(SqlApiKeyStore shared) {
            store = shared;
        }

        @Override
        public SqlApiKeyStore store() {
            return store;
        }
    }
}
