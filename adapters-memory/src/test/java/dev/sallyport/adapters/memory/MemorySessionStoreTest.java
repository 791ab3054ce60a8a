package dev.sallyport.adapters.memory;

import dev.sallyport.testkit.SessionHoldingsContract;
import dev.sallyport.testkit.SessionStoreContract;
import dev.sallyport.testkit.backend.OnBackend;

@OnBackend("memory")
final class MemorySessionStoreTest implements SessionStoreContract, SessionHoldingsContract<MemorySessionStore> {

    private final MemorySessionStore store = new MemorySessionStore();

    @Override
    public MemorySessionStore store() {
        return store;
    }
}
