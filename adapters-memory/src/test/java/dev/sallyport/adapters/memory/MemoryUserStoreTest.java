package dev.sallyport.adapters.memory;

import dev.sallyport.testkit.UserHoldingsContract;
import dev.sallyport.testkit.UserListContract;
import dev.sallyport.testkit.UserStoreContract;
import dev.sallyport.testkit.backend.OnBackend;

@OnBackend("memory")
final class MemoryUserStoreTest implements UserStoreContract, UserListContract, UserHoldingsContract<MemoryUserStore> {

    private final MemoryUserStore store = new MemoryUserStore();

    @Override
    public MemoryUserStore store() {
        return store;
    }
}
