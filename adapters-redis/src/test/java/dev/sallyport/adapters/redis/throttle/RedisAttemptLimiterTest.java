package dev.sallyport.adapters.redis.throttle;

import dev.sallyport.adapters.redis.RedisStores;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.testkit.AttemptLimiterContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.extension.ExtendWith;

@OnBackend("Redis")
@ExtendWith(RedisStores.class)
final class RedisAttemptLimiterTest implements AttemptLimiterContract {

    private final RedisAttemptLimiter limiter;

    RedisAttemptLimiterTest(RedisAttemptLimiter limiter) {
        this.limiter = limiter;
    }

    @Override
    public AttemptLimiter limiter() {
        return limiter;
    }
}
