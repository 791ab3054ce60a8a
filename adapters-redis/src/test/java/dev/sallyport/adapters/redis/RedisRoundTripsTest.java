package dev.sallyport.adapters.redis;

import dev.sallyport.adapters.redis.onetime.RedisOneTimeTokenStore;
import dev.sallyport.adapters.redis.throttle.RedisAttemptLimiter;
import dev.sallyport.adapters.redis.token.RedisSessionStore;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.token.OneTimeTokenStore;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.testkit.TokensRoundTripsContract;
import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.Relay;
import dev.sallyport.testkit.backend.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Commands on the wire; a script that the server does not know yet costs one more, once. */
@OnBackend("Redis")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RedisRoundTripsTest implements TokensRoundTripsContract {

    private final Relay relay = Relay.to(TestServer.redis().address());
    private final RunningRedis redis =
            RunningRedis.at(relay.through(TestServer.redis().freshUrl()));

    @AfterAll
    void close() {
        redis.close();
        relay.close();
    }

    @Override
    public Relay relay() {
        return relay;
    }

    @Override
    public SessionStore sessions() {
        return redis.get(RedisSessionStore.class);
    }

    @Override
    public OneTimeTokenStore oneTimeTokens() {
        return redis.get(RedisOneTimeTokenStore.class);
    }

    @Override
    public AttemptLimiter limiter() {
        return redis.get(RedisAttemptLimiter.class);
    }
}
