package dev.sallyport.testkit;

import static dev.sallyport.testkit.RoundTrips.assertRoundTrips;
import static dev.sallyport.testkit.Sessions.NOW;
import static dev.sallyport.testkit.Sessions.openedNow;
import static dev.sallyport.testkit.Sessions.rotated;
import static dev.sallyport.testkit.Sessions.somebody;

import dev.sallyport.domain.throttle.AttemptKey;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.throttle.Limit;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.OneTimeTokenStore;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.testkit.backend.Relay;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How often the ports of the tokens' axis ask a server, as their Javadoc says. The stores reach it through {@link #relay} alone. */
public interface TokensRoundTripsContract {

    Relay relay();

    SessionStore sessions();

    AttemptLimiter limiter();

    OneTimeTokenStore oneTimeTokens();

    @Test
    default void findingASessionIsOneRoundTrip() {
        Session session = several().getFirst();
        Session unknown = openedNow(somebody());

        assertRoundTrips(relay(), number -> sessions().find(session.id())).isOne();
        assertRoundTrips(relay(), number -> sessions().find(unknown.id())).isOne();
    }

    @Test
    default void addingASessionIsTwoRoundTripsAtMost() {
        UserId user = somebody();

        assertRoundTrips(relay(), number -> sessions().add(openedNow(user), 10)).isBetween(1L, 2L);
    }

    @Test
    default void addingASessionThatEndsAnotherIsThreeRoundTripsAtMost() {
        UserId user = somebody();
        sessions().add(openedNow(user), 1);

        assertRoundTrips(relay(), number -> sessions().add(openedNow(user), 1)).isBetween(1L, 3L);
    }

    @Test
    default void replacingASessionIsOneRoundTrip() {
        List<Session> present = several();

        assertRoundTrips(relay(), number -> replace(present.get(number))).isOne();
        assertRoundTrips(relay(), number -> replace(present.get(number))).isOne();
    }

    @Test
    default void endingSessionsIsOneRoundTrip() {
        List<Session> first = several();
        List<Session> second = several();
        Session kept = second.getFirst();

        assertRoundTrips(relay(), number -> end(first.get(number))).isOne();
        assertRoundTrips(relay(), number -> sessions().endAll(second.get(number).user()))
                .isOne();
        assertRoundTrips(relay(), number -> sessions().endOthers(kept.user(), kept.id()))
                .isOne();
    }

    @Test
    default void grantingToAKnownKeyIsOneRoundTrip() {
        AttemptKey key = newKey();
        Limit limit = new Limit(10, Duration.ofHours(1));
        limiter().take(key, limit, NOW);

        assertRoundTrips(relay(), number -> limiter().take(key, limit, NOW)).isOne();
    }

    @Test
    default void grantingToANewKeyIsThreeRoundTripsAtMost() {
        Limit limit = new Limit(10, Duration.ofHours(1));

        assertRoundTrips(relay(), number -> limiter().take(newKey(), limit, NOW))
                .isBetween(1L, 3L);
    }

    @Test
    default void refusingIsTwoRoundTripsAtMost() {
        AttemptKey key = newKey();
        Limit limit = new Limit(1, Duration.ofHours(1));
        limiter().take(key, limit, NOW);

        assertRoundTrips(relay(), number -> limiter().take(key, limit, NOW)).isBetween(1L, 2L);
    }

    @Test
    default void givingBackIsOneRoundTrip() {
        AttemptKey key = newKey();
        Limit limit = new Limit(10, Duration.ofHours(1));
        limiter().take(key, limit, NOW);

        assertRoundTrips(relay(), number -> limiter().giveBack(key, limit, NOW)).isOne();
    }

    @Test
    default void forgettingAKeyIsOneRoundTrip() {
        AttemptKey key = newKey();
        limiter().take(key, new Limit(10, Duration.ofHours(1)), NOW);

        assertRoundTrips(relay(), number -> limiter().forget(key)).isOne();
    }

    @Test
    default void addingAOneTimeTokenIsOneRoundTrip() {
        List<OneTimeToken> tokens =
                Stream.generate(OneTimeTokens::some).limit(5).toList();

        assertRoundTrips(relay(), number -> oneTimeTokens().add(tokens.get(number)))
                .isOne();
    }

    @Test
    default void usingAOneTimeTokenIsThreeRoundTripsAtMost() {
        List<OneTimeToken> tokens =
                Stream.generate(OneTimeTokens::some).limit(5).toList();
        tokens.forEach(oneTimeTokens()::add);

        assertRoundTrips(relay(), number -> use(tokens.get(number))).isBetween(1L, 3L);
        assertRoundTrips(relay(), number -> use(tokens.get(number))).isBetween(1L, 3L);
        assertRoundTrips(relay(), number -> use(OneTimeTokens.some())).isBetween(1L, 3L);
    }

    /** One that is written, and the second time one that comes too late. */
    private void replace(Session present) {
        sessions().replace(present, rotated(present, 1));
    }

    private void use(OneTimeToken token) {
        oneTimeTokens().use(token.hash(), token.purpose(), NOW);
    }

    private void end(Session present) {
        sessions().end(present.id(), present.user());
    }

    /** Sessions of several accounts. */
    private List<Session> several() {
        List<Session> several =
                Stream.generate(() -> openedNow(somebody())).limit(5).toList();
        several.forEach(session -> sessions().add(session, 1));
        return several;
    }

    private static AttemptKey newKey() {
        return new AttemptKey("round-trips:" + People.unique());
    }
}
