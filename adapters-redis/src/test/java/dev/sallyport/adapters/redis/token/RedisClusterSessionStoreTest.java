package dev.sallyport.adapters.redis.token;

import dev.sallyport.adapters.redis.RedisStores;
import dev.sallyport.testkit.SessionHoldingsContract;
import dev.sallyport.testkit.SessionStoreContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.extension.ExtendWith;

@OnBackend("Redis Cluster")
@ExtendWith(RedisStores.class)
final class RedisClusterSessionStoreTest implements SessionStoreContract, SessionHoldingsContract<RedisSessionStore> {

    private final RedisSessionStore store;

    RedisClusterSessionStoreTest(RedisSessionStore store) {
        this.store = store;
    }

    @Override
    public RedisSessionStore store() {
        return store;
    }
}
