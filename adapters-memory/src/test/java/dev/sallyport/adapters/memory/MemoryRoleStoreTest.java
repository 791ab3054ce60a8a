package dev.sallyport.adapters.memory;

import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.testkit.RoleStoreContract;

final class MemoryRoleStoreTest implements RoleStoreContract {

    private final RoleStore store = new MemoryRoleStore();

    @Override
    public RoleStore store() {
        return store;
    }
}
