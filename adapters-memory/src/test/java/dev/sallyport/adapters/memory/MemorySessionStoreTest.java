package dev.sallyport.adapters.memory;

import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.testkit.SessionStoreContract;

final class MemorySessionStoreTest implements SessionStoreContract {

    private final SessionStore store = new MemorySessionStore();

    @Override
    public SessionStore store() {
        return store;
    }
}
