package dev.sallyport.adapters.memory;

import dev.sallyport.testkit.RoleHoldingsContract;
import dev.sallyport.testkit.RoleStoreContract;
import dev.sallyport.testkit.backend.OnBackend;

@OnBackend("memory")
final class MemoryRoleStoreTest implements RoleStoreContract, RoleHoldingsContract<MemoryRoleStore> {

    private final MemoryRoleStore store = new MemoryRoleStore();

    @Override
    public MemoryRoleStore store() {
        return store;
    }
}
