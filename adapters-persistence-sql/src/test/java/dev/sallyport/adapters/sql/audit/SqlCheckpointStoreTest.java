package dev.sallyport.adapters.sql.audit;

import dev.sallyport.adapters.sql.SharedDatabases;
import dev.sallyport.testkit.CheckpointHoldingsContract;
import dev.sallyport.testkit.CheckpointStoreContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checkpoints in each SQL database. */
final class SqlCheckpointStoreTest {

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
    abstract static class Promises implements CheckpointStoreContract, CheckpointHoldingsContract<SqlCheckpointStore> {

        private SqlCheckpointStore store;

        @BeforeEach
        void take(SqlCheckpointStore shared) {
            store = shared;
        }

        @Override
        public SqlCheckpointStore store() {
            return store;
        }
    }
}
