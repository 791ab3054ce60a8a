package dev.sallyport.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.adapters.redis.token.RedisSessionStore;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.backend.OnBackend;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The master is looked for at two Sentinels, of which the first is always away. */
@OnBackend("Redis")
final class SentinelTest {

    /** Far ahead, because Redis drops what has expired by its own clock. */
    private static final Instant NOW = Instant.parse("2099-11-21T12:00:00.123Z");

    private static final Duration RECOVERY = Duration.ofSeconds(5);

    private final WatchedPair pair = WatchedPair.start();
    private final RunningRedis redis = RunningRedis.at(pair.url());
    private final RedisSessionStore sessions = redis.get(RedisSessionStore.class);

    @AfterEach
    void close() {
        redis.close();
        pair.close();
    }

    @Test
    void afterTheMasterWasKilledItsReplicaHasWhatWasAcknowledgedAndIsUsedSoon() {
        List<Session> acknowledged = Stream.generate(SentinelTest::session)
                .limit(100)
                .filter(session -> sessions.add(session, 5).isEmpty())
                .toList();
        pair.awaitReplica();

        pair.killMaster();

        assertThatThrownBy(() -> sessions.find(acknowledged.getFirst().id()))
                .isInstanceOf(StoreUnavailableException.class);
        pair.awaitPromotion();
        assertSoon(() -> isFound(acknowledged.getFirst()));
        assertThat(acknowledged)
                .hasSize(100)
                .allSatisfy(session -> assertThat(sessions.find(session.id())).contains(session));
        assertThat(sessions.endAll(acknowledged.getFirst().user())).isOne();
    }

    @Test
    void aMasterThatHasNotHeardOfItsSuccessorIsLeft() {
        sessions.add(session(), 5);

        pair.promoteReplica();

        pair.awaitPromotion();
        assertSoon(this::writesGoToTheReplica);
    }

    private boolean writesGoToTheReplica() {
        return isAdded(session())
                && redis.get(Redis.class)
                        .masters()
                        .getFirst()
                        .info("server")
                        .contains("tcp_port:" + pair.portOfReplica());
    }

    private boolean isAdded(Session session) {
        try {
            return sessions.add(session, 5).isEmpty();
        } catch (StoreUnavailableException away) {
            return false;
        }
    }

    /** It may be out of reach, but it is never not there. */
    private boolean isFound(Session session) {
        try {
            assertThat(sessions.find(session.id())).contains(session);
            return true;
        } catch (StoreUnavailableException away) {
            return false;
        }
    }

    private static void assertSoon(BooleanSupplier condition) {
        long began = System.nanoTime();
        Await.that(condition);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(RECOVERY);
    }

    private static Session session() {
        return Session.start(People.someone(), People.LAPTOP, SessionPolicy.DEFAULT, NOW, People.RANDOM);
    }
}
