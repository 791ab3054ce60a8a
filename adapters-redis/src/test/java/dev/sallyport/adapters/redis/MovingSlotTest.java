package dev.sallyport.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.adapters.redis.token.RedisSessionStore;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.backend.OnBackend;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * A cluster that is being resharded: for a moment one server has an account's list and another has sessions on it. Each test leaves the
 * slot moved.
 */
@OnBackend("Redis Cluster")
final class MovingSlotTest {

    /** Far ahead, because Redis drops what has expired by its own clock. */
    private static final Instant NOW = Instant.parse("2099-11-21T12:00:00.123Z");

    private static final OwnCluster CLUSTER = OwnCluster.start();
    private static final RunningRedis REDIS = RunningRedis.at(CLUSTER.url());

    private final RedisSessionStore sessions = REDIS.get(RedisSessionStore.class);
    private final User ada = People.someone();
    private final List<Session> mine = Stream.generate(
                    () -> Session.start(ada, People.LAPTOP, SessionPolicy.DEFAULT, NOW, People.RANDOM))
            .limit(3)
            .toList();
    private final String shard = "{" + mine.getFirst().id().shard() + "}:";
    private final String list = "sallyport:sessions:" + shard + ada.id();
    private final List<String> keys = mine.stream()
            .map(session -> "sallyport:session:" + shard + session.id())
            .toList();
    private final int from = CLUSTER.masterOf(list);
    private final int to = (from + 1) % 3;

    @AfterAll
    static void close() {
        REDIS.close();
        CLUSTER.close();
    }

    @Test
    void noSessionIsOverlookedWhenTheListHasGoneAhead() {
        assertThatNoneIsOverlookedWhen(list);
    }

    @Test
    void noSessionIsOverlookedWhenOneHasGoneAhead() {
        assertThatNoneIsOverlookedWhen(keys.getFirst());
    }

    private void assertThatNoneIsOverlookedWhen(String goneAhead) {
        mine.forEach(session -> sessions.add(session, 5));
        CLUSTER.beginMove(list, from, to);
        CLUSTER.move(goneAhead, from, to);

        assertThatThrownBy(() -> sessions.endAll(ada.id())).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> sessions.endOthers(ada.id(), mine.getFirst().id()))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> sessions.list(ada.id(), NOW, 5)).isInstanceOf(StoreUnavailableException.class);
        assertThat(mine)
                .allSatisfy(session -> assertThat(sessions.find(session.id())).contains(session));

        Stream.concat(Stream.of(list), keys.stream()).forEach(key -> CLUSTER.move(key, from, to));
        CLUSTER.endMove(list, to);
        assertThat(sessions.list(ada.id(), NOW, 5)).containsExactlyInAnyOrderElementsOf(mine);
        assertThat(sessions.endAll(ada.id())).isEqualTo(3);
        assertThat(mine)
                .allSatisfy(session -> assertThat(sessions.find(session.id())).isEmpty());
    }
}
