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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@OnBackend("Redis Cluster")
final class ClusterFailoverTest {

    /** Far ahead, because Redis drops what has expired by its own clock. */
    private static final Instant NOW = Instant.parse("2099-11-21T12:00:00.123Z");

    private static final Duration RECOVERY = Duration.ofSeconds(5);

    @Test
    void aReplicaThatTakesOverIsFoundAndNothingIsSaidToBeGoneMeanwhile() {
        try (OwnCluster cluster = OwnCluster.start();
                RunningRedis redis = RunningRedis.at(cluster.url())) {
            RedisSessionStore sessions = redis.get(RedisSessionStore.class);
            Session session = sessionOn(0, cluster);
            sessions.add(session, 5);
            cluster.awaitReplica();

            cluster.kill(0);

            assertThatThrownBy(() -> sessions.find(session.id())).isInstanceOf(StoreUnavailableException.class);
            Await.that(() -> cluster.replica().info("replication").contains("role:master"));
            long back = System.nanoTime();
            Await.that(() -> isFound(session, sessions));
            assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(RECOVERY);
            assertThat(sessions.endAll(session.user())).isOne();
        }
    }

    private static Session sessionOn(int master, OwnCluster cluster) {
        return Stream.generate(
                        () -> Session.start(People.someone(), People.LAPTOP, SessionPolicy.DEFAULT, NOW, People.RANDOM))
                .filter(session -> cluster.masterOf("{" + session.id().shard() + "}") == master)
                .findFirst()
                .orElseThrow();
    }

    /** It may be out of reach, but it is never not there. */
    private static boolean isFound(Session session, RedisSessionStore sessions) {
        try {
            assertThat(sessions.find(session.id())).contains(session);
            return true;
        } catch (StoreUnavailableException away) {
            return false;
        }
    }
}
