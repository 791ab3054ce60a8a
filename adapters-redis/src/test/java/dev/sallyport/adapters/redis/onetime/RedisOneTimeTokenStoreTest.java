package dev.sallyport.adapters.redis.onetime;

import dev.sallyport.adapters.redis.RedisStores;
import dev.sallyport.testkit.OneTimeTokenHoldingsContract;
import dev.sallyport.testkit.OneTimeTokenStoreContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.extension.ExtendWith;

@OnBackend("Redis")
@ExtendWith(RedisStores.class)
final class RedisOneTimeTokenStoreTest
        implements OneTimeTokenStoreContract, OneTimeTokenHoldingsContract<RedisOneTimeTokenStore> {

    private final RedisOneTimeTokenStore store;

    RedisOneTimeTokenStoreTest(RedisOneTimeTokenStore store) {
        this.store = store;
    }

    @Override
    public RedisOneTimeTokenStore store() {
        return store;
    }
}
