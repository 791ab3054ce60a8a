package dev.sallyport.testkit;

import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.token.OneTimeTokenStore;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.testkit.backend.Relay;
import org.junit.jupiter.api.AfterEach;

/** The contract over right stores, each of whose calls costs so many round trips. */
abstract class DistantTokens implements TokensRoundTripsContract {

    private final Distance distance;
    private final SessionStore sessions = new NaiveSessionStore();
    private final AttemptLimiter limiter = new NaiveAttemptLimiter();
    private final OneTimeTokenStore oneTimeTokens = new NaiveOneTimeTokenStore();

    DistantTokens(int roundTrips) {
        distance = new Distance(roundTrips);
    }

    @Override
    public Relay relay() {
        return distance.relay();
    }

    @Override
    public SessionStore sessions() {
        return distance.to(SessionStore.class, sessions);
    }

    @Override
    public AttemptLimiter limiter() {
        return distance.to(AttemptLimiter.class, limiter);
    }

    @Override
    public OneTimeTokenStore oneTimeTokens() {
        return distance.to(OneTimeTokenStore.class, oneTimeTokens);
    }

    @AfterEach
    void close() {
        distance.close();
    }
}
