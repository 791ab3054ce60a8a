package dev.sallyport.wiring;

import dev.sallyport.adapters.sql.throttle.SqlAttemptLimiter;
import dev.sallyport.adapters.sql.token.SqlSessionStore;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.token.SessionStore;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Sessions in an SQL database. */
@Factory
@Requires(property = StoragePlan.TOKENS, value = "SQL")
final class SqlTokens {

    @Singleton
    SessionStore sessions(SqlSessionStore store) {
        return store;
    }

    @Singleton
    AttemptLimiter attempts(SqlAttemptLimiter limiter) {
        return limiter;
    }
}
