package dev.sallyport.adapters.sql.key;

import dev.sallyport.adapters.sql.SharedDatabases;
import dev.sallyport.testkit.SealedKeyHoldingsContract;
import dev.sallyport.testkit.SealedKeyStoreContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sealed keys in each SQL database. */
final class SqlSealedKeyStoreTest {

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
    abstract static class Promises implements SealedKeyStoreContract, SealedKeyHoldingsContract<SqlSealedKeyStore> {

        private SqlSealedKeyStore store;

        @BeforeEach
        void take(SqlSealedKeyStore shared) {
            store = shared;
        }

        @Override
        public SqlSealedKeyStore store() {
            return store;
        }
    }
}
