package dev.sallyport.adapters.memory;

import dev.sallyport.testkit.OneTimeTokenHoldingsContract;
import dev.sallyport.testkit.OneTimeTokenStoreContract;
import dev.sallyport.testkit.OneTimeTokenSweepContract;
import dev.sallyport.testkit.backend.OnBackend;

@OnBackend("memory")
final class MemoryOneTimeTokenStoreTest
        implements OneTimeTokenStoreContract,
                OneTimeTokenSweepContract,
                OneTimeTokenHoldingsContract<MemoryOneTimeTokenStore> {

    private final MemoryOneTimeTokenStore store = new MemoryOneTimeTokenStore();

    @Override
    public MemoryOneTimeTokenStore store() {
        return store;
    }
}
