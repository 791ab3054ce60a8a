package dev.sallyport.adapters.memory;

import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.testkit.AttemptLimiterContract;
import dev.sallyport.testkit.backend.OnBackend;

@OnBackend("memory")
final class MemoryAttemptLimiterTest implements AttemptLimiterContract {

    private final AttemptLimiter limiter = new MemoryAttemptLimiter();

    @Override
    public AttemptLimiter limiter() {
        return limiter;
    }
}
