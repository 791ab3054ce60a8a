package dev.sallyport.adapters.redis.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.redis.Await;
import dev.sallyport.adapters.redis.RunningRedis;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.Race;
import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** What the scripts leave behind, as somebody sees it who looks into Redis. */
@OnBackend("Redis")
final class SessionScriptsTest {

    private static final Duration WEEK = Duration.ofDays(7);

    private final Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    private final String url = TestServer.redis().freshUrl();
    private final RunningRedis redis = RunningRedis.at(url);
    private final Jedis inside = new Jedis(URI.create(url));
    private final RedisSessionStore sessions = redis.get(RedisSessionStore.class);
    private final User ada = People.someone();
    private final String list = SessionKeys.list(ada.id());

    @AfterEach
    void close() {
        inside.close();
        redis.close();
    }

    @RepeatedTest(5)
    void everySessionIsOnItsOwnersListAndTheListOutlivesIt() {
        List<User> owners = Stream.generate(People::someone).limit(3).toList();

        Race.run(64, number -> {
            User owner = owners.get(number % 3);
            Session session = session(owner, now.plusMillis(number), Duration.ofHours(1 + number * 7 % 64));
            sessions.add(session, 8);
            sessions.replace(session, rotated(session, now.plus(Duration.ofHours(number))));
            if (number % 8 == 0) {
                sessions.end(session.id(), owner.id());
            } else if (number == 63) {
                sessions.endOthers(owner.id(), session.id());
            }
        });

        Set<String> keys = inside.keys(SessionKeys.ALL_SESSIONS);
        assertThat(keys).isNotEmpty().allSatisfy(key -> {
            Session session = sessions.find(SessionId.parse(SessionKeys.id(key)).orElseThrow())
                    .orElseThrow();
            String onList = SessionKeys.list(session.user());
            assertThat(inside.zscore(onList, session.id().toString())).isNotNull();
            assertThat(inside.pttl(key)).isPositive();
            assertThat(inside.pttl(onList)).isGreaterThan(inside.pttl(key));
        });
    }

    @Test
    void nothingIsLeftOfSessionsThatEnded() {
        List<Session> mine =
                Stream.generate(() -> session(ada, now, WEEK)).limit(3).toList();
        mine.forEach(session -> sessions.add(session, 2));

        sessions.endAll(ada.id());

        assertThat(inside.keys("*" + ada.id() + "*")).isEmpty();
        assertThat(inside.keys(SessionKeys.ALL_SESSIONS)).isEmpty();
    }

    @Test
    void nothingIsLeftOfASessionThatHadExpiredBeforeItWasAdded() {
        Session old = session(ada, now.minus(WEEK), Duration.ofDays(1));

        sessions.add(old, 5);

        assertThat(sessions.find(old.id())).isEmpty();
        assertThat(inside.exists(list)).isFalse();
    }

    @Test
    void aSessionThatExpiresGoesByItselfAndTakesNobodysPlace() {
        Session living = session(ada, now, WEEK);
        sessions.add(living, 2);
        Session brief =
                session(ada, InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS), Duration.ofSeconds(1));
        sessions.add(brief, 2);
        Await.that(() -> !inside.exists(SessionKeys.session(brief.id())));
        assertThat(inside.zcard(list)).isEqualTo(2);

        assertThat(sessions.add(session(ada, brief.createdAt().plusMillis(1), WEEK), 2))
                .isEmpty();

        assertThat(inside.zcard(list)).isEqualTo(2);
        assertThat(sessions.endAll(ada.id())).isEqualTo(2);
    }

    @Test
    void aSessionThatExpiredIsNotSaidToHaveBeenEnded() {
        Session brief = session(ada, now, Duration.ofMillis(300));
        sessions.add(brief, 5);
        Await.that(() -> !inside.exists(SessionKeys.session(brief.id())));

        assertThat(sessions.end(brief.id(), ada.id())).isFalse();
        assertThat(sessions.endAll(ada.id())).isZero();
    }

    /** As a script would leave it that a crash cut short, if Redis kept half of what a script wrote. */
    @Test
    void anIdOnAListWithoutItsSessionHarmsNobody() {
        Session halfAdded = session(ada, now, WEEK);
        Session whole = session(ada, now.plusMillis(1), WEEK);
        inside.zadd(list, (double) now.toEpochMilli(), halfAdded.id().toString());

        assertThat(sessions.add(whole, 1)).isEmpty();

        assertThat(sessions.find(halfAdded.id())).isEmpty();
        assertThat(sessions.list(ada.id(), now, 5)).containsExactly(whole);
        assertThat(sessions.replace(halfAdded, rotated(halfAdded, now))).isFalse();
        assertThat(sessions.add(halfAdded, 5)).isEmpty();
        assertThat(sessions.endAll(ada.id())).isEqualTo(2);
    }

    private static Session session(User owner, Instant at, Duration life) {
        return Session.start(
                owner,
                People.LAPTOP,
                new SessionPolicy(life, WEEK.multipliedBy(4), Duration.ZERO, 5),
                at,
                People.RANDOM);
    }

    private static Session rotated(Session session, Instant at) {
        Session.Rotation rotation = session.rotate(1, People.PHONE, SessionPolicy.DEFAULT, at);
        return rotation instanceof Session.Rotation.Rotated rotated ? rotated.next() : session;
    }
}
