package dev.sallyport.adapters.sql.throttle;

import dev.sallyport.adapters.sql.H2Stores;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.testkit.AttemptLimiterContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(H2Stores.class)
final class H2AttemptLimiterTest implements AttemptLimiterContract {

    private final SqlAttemptLimiter limiter;

    H2AttemptLimiterTest(SqlAttemptLimiter limiter) {
        this.limiter = limiter;
    }

    @Override
    public AttemptLimiter limiter() {
        return limiter;
    }
}
