package dev.sallyport.adapters.sql.audit;

import dev.sallyport.adapters.sql.SharedDatabases;
import dev.sallyport.adapters.sql.SqlDatabase;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.testkit.AuditRecordHoldingsContract;
import dev.sallyport.testkit.AuditStoreContract;
import dev.sallyport.testkit.IllegibleAuditContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** Audit records in each SQL database. */
final class SqlAuditStoreTest {

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
            implements AuditStoreContract, AuditRecordHoldingsContract<SqlAuditStore>, IllegibleAuditContract {

        private SqlDatabase database;
        private SqlAuditStore store;

        @BeforeEach
        void take(SqlDatabase shared) {
            database = shared;
            store = shared.get(SqlAuditStore.class);
        }

        @Override
        public void spoil(AuditEventId id) {
            database.execute("UPDATE audit_events SET event_type = 'nothing.at_all' WHERE id = '" + id + "'");
        }

        @Override
        public SqlAuditStore store() {
            return store;
        }
    }
}
