package dev.sallyport.adapters.sql.intention;

import dev.sallyport.adapters.sql.SharedDatabases;
import dev.sallyport.adapters.sql.SqlDatabase;
import dev.sallyport.testkit.IntentionStoreContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** Intentions in each SQL database. */
final class SqlIntentionStoreTest {

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
    abstract static class Promises implements IntentionStoreContract {

        private SqlIntentionStore store;

        @BeforeEach
        void take(SqlIntentionStore shared, SqlDatabase database) {
            store = shared;
            database.execute("DELETE FROM intentions");
        }

        @Override
        public SqlIntentionStore freshStore() {
            return store;
        }
    }
}
