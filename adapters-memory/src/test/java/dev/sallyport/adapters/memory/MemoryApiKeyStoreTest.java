package dev.sallyport.adapters.memory;

import dev.sallyport.testkit.ApiKeyHoldingsContract;
import dev.sallyport.testkit.ApiKeyStoreContract;
import dev.sallyport.testkit.backend.OnBackend;

@OnBackend("memory")
final class MemoryApiKeyStoreTest implements ApiKeyStoreContract, ApiKeyHoldingsContract<MemoryApiKeyStore> {

    private final MemoryApiKeyStore store = new MemoryApiKeyStore();

    @Override
    public MemoryApiKeyStore store() {
        return store;
    }
}
