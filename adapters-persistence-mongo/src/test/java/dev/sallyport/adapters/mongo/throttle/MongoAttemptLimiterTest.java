package dev.sallyport.adapters.mongo.throttle;

import dev.sallyport.adapters.mongo.MongoStores;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.testkit.AttemptLimiterContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.extension.ExtendWith;

/** On mongo-java-server, unless there is a real MongoDB. */
@OnBackend("MongoDB")
@ExtendWith(MongoStores.class)
final class MongoAttemptLimiterTest implements AttemptLimiterContract {

    private final MongoAttemptLimiter limiter;

    MongoAttemptLimiterTest(MongoAttemptLimiter limiter) {
        this.limiter = limiter;
    }

    @Override
    public AttemptLimiter limiter() {
        return limiter;
    }
}
