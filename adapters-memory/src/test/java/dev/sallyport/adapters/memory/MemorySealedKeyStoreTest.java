package dev.sallyport.adapters.memory;

import dev.sallyport.testkit.SealedKeyHoldingsContract;
import dev.sallyport.testkit.SealedKeyStoreContract;
import dev.sallyport.testkit.backend.OnBackend;

@OnBackend("memory")
final class MemorySealedKeyStoreTest
        implements SealedKeyStoreContract, SealedKeyHoldingsContract<MemorySealedKeyStore> {

    private final MemorySealedKeyStore store = new MemorySealedKeyStore();

    @Override
    public MemorySealedKeyStore store() {
        return store;
    }
}
