package dev.sallyport.wiring;

import dev.sallyport.adapters.redis.RedisProperties;
import dev.sallyport.adapters.redis.RedisSettings;
import dev.sallyport.adapters.redis.RedisStartFailure;
import dev.sallyport.adapters.redis.onetime.RedisOneTimeTokenStore;
import dev.sallyport.adapters.redis.throttle.RedisAttemptLimiter;
import dev.sallyport.adapters.redis.token.RedisSessionStore;
import dev.sallyport.settings.Database;
import dev.sallyport.settings.Storage;
import io.micronaut.context.BeanContext;
import java.util.Map;
import java.util.Optional;

/** Keys in Redis: tokens only, since it may lose what it has acknowledged. */
final class RedisBackend implements Backend {

    @Override
    public boolean takes(String url) {
        return RedisProperties.isRedis(url);
    }

    @Override
    public Map<String, Object> tokens(Database database, Storage storage) {
        return RedisProperties.tokens(
                new RedisSettings(database.url(), database.user(), database.password(), storage.timeout()));
    }

    @Override
    public TokenStores tokens(BeanContext beans) {
        return TokenStores.of(
                beans.getBean(RedisSessionStore.class),
                beans.getBean(RedisOneTimeTokenStore.class),
                beans.getBean(RedisAttemptLimiter.class));
    }

    @Override
    public boolean isRemote(String url) {
        return true;
    }

    @Override
    public String describe(String url) {
        return "Redis at " + Place.of(url);
    }

    @Override
    public Optional<String> explain(Throwable failure, String url) {
        return RedisStartFailure.explain(failure, url);
    }
}
