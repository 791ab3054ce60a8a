package dev.sallyport.adapters.memory;

import dev.sallyport.domain.user.UserStore;
import dev.sallyport.testkit.UserStoreContract;

final class MemoryUserStoreTest implements UserStoreContract {

    private final UserStore store = new MemoryUserStore();

    @Override
    public UserStore store() {
        return store;
    }
}
