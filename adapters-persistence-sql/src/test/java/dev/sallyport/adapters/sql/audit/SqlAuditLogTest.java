package dev.sallyport.adapters.sql.audit;

import dev.sallyport.adapters.sql.SharedDatabases;
import dev.sallyport.testkit.AuditHoldingsContract;
import dev.sallyport.testkit.AuditLogContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** Audit events in each SQL database. */
final class SqlAuditLogTest {

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
    abstract static class Promises implements AuditLogContract, AuditHoldingsContract<SqlAuditLog> {

        private SqlAuditLog log;

        @BeforeEach
        void take(SqlAuditLog shared) {
            log = shared;
        }

        @Override
        public SqlAuditLog log() {
            return log;
        }
    }
}
