package dev.sallyport.adapters.memory;

import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.testkit.AuditLogContract;

final class MemoryAuditLogTest implements AuditLogContract {

    private final AuditLog log = new MemoryAuditLog();

    @Override
    public AuditLog log() {
        return log;
    }
}
