package dev.sallyport.adapters.memory;

import dev.sallyport.domain.intention.IntentionStore;
import dev.sallyport.testkit.IntentionStoreContract;
import dev.sallyport.testkit.backend.OnBackend;

@OnBackend("memory")
final class MemoryIntentionStoreTest implements IntentionStoreContract {

    @Override
    public IntentionStore freshStore() {
        return new MemoryIntentionStore();
    }
}
