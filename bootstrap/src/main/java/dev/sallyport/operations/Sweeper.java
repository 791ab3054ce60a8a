package dev.sallyport.operations;

import dev.sallyport.application.user.PurgeDeleted;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.token.OneTimeTokenStore;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.settings.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tidies away what has expired. Nothing depends on it: expiry is checked whenever a thing is used. */
@Singleton
@Requires(bean = Configuration.class) // not where stores are opened without a service
final class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final SessionStore sessions;
    private final OneTimeTokenStore oneTimeTokens;
    private final AttemptLimiter attempts;
    private final PurgeDeleted purgeDeleted;
    private final InstantSource clock;

    Sweeper(
            SessionStore sessions,
            OneTimeTokenStore oneTimeTokens,
            AttemptLimiter attempts,
            PurgeDeleted purgeDeleted,
            InstantSource clock) {
        this.sessions = sessions;
        this.oneTimeTokens = oneTimeTokens;
        this.attempts = attempts;
        this.purgeDeleted = purgeDeleted;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "5m", fixedDelay = "10m")
    void sweep() {
        Instant now = clock.instant();
        try {
            sessions.sweep(now);
            oneTimeTokens.sweep(now);
            attempts.sweep(now);
            purgeDeleted.purge();
        } catch (StoreUnavailableException outage) {
            LOG.warn("Could not tidy away what has expired; the next round will: {}", outage.getMessage());
        }
    }
}
