package dev.sallyport.wiring;

import dev.sallyport.adapters.memory.MemoryAttemptLimiter;
import dev.sallyport.adapters.memory.MemorySessionStore;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.token.SessionStore;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Sessions in memory, gone when the process ends. */
@Factory
@Requires(property = StoragePlan.TOKENS, value = "MEMORY")
final class MemoryTokens {

    @Singleton
    SessionStore sessions() {
        return new MemorySessionStore();
    }

    @Singleton
    AttemptLimiter attempts() {
        return new MemoryAttemptLimiter();
    }
}
