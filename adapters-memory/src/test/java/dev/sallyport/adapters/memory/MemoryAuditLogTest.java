package dev.sallyport.adapters.memory;

import dev.sallyport.testkit.AuditHoldingsContract;
import dev.sallyport.testkit.AuditLogContract;
import dev.sallyport.testkit.backend.OnBackend;

@OnBackend("memory")
final class MemoryAuditLogTest implements AuditLogContract, AuditHoldingsContract<MemoryAuditLog> {

    private final MemoryAuditLog log = new MemoryAuditLog();

    @Override
    public MemoryAuditLog log() {
        return log;
    }
}
