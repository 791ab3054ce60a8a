package dev.sallyport.adapters.sql.audit;

import dev.sallyport.adapters.sql.H2Stores;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.testkit.AuditLogContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(H2Stores.class)
final class H2AuditLogTest implements AuditLogContract {

    private final SqlAuditLog log;

    H2AuditLogTest(SqlAuditLog log) {
        this.log = log;
    }

    @Override
    public AuditLog log() {
        return log;
    }
}
