package dev.sallyport.adapters.memory;

import dev.sallyport.domain.key.SealedKeyStore;
import dev.sallyport.testkit.SealedKeyStoreContract;

final class MemorySealedKeyStoreTest implements SealedKeyStoreContract {

    private final SealedKeyStore store = new MemorySealedKeyStore();

    @Override
    public SealedKeyStore store() {
        return store;
    }
}
