package dev.sallyport.wiring;

import dev.sallyport.adapters.rest.operations.MetricsAccess;
import dev.sallyport.application.throttle.ThrottlePolicy;
import dev.sallyport.application.user.DeletedRetention;
import dev.sallyport.domain.password.PasswordPolicy;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.settings.Configuration;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Time, chance and the policies as configured. */
@Factory
final class Basics {

    /** Whole milliseconds, from the source on: backends differ in what they keep beyond. */
    @Singleton
    @Primary
    InstantSource clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }

    @Singleton
    SessionPolicy sessions(Configuration configuration) {
        return configuration.sessions();
    }

    @Singleton
    PasswordPolicy passwords(Configuration configuration) {
        return configuration.passwords();
    }

    @Singleton
    DeletedRetention deletedRetention(Configuration configuration) {
        return configuration.deletedRetention();
    }

    @Singleton
    ThrottlePolicy throttle(Configuration configuration) {
        return configuration.throttle();
    }

    @Singleton
    MetricsAccess metrics(Configuration configuration) {
        return configuration.metrics();
    }
}
