package dev.sallyport.adapters.memory;

import dev.sallyport.testkit.AuditRecordHoldingsContract;
import dev.sallyport.testkit.AuditStoreContract;
import dev.sallyport.testkit.backend.OnBackend;

@OnBackend("memory")
final class MemoryAuditStoreTest implements AuditStoreContract, AuditRecordHoldingsContract<MemoryAuditStore> {

    private final MemoryAuditStore store = new MemoryAuditStore();

    @Override
    public MemoryAuditStore store() {
        return store;
    }
}
