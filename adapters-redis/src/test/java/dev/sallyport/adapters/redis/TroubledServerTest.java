package dev.sallyport.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.adapters.redis.throttle.RedisAttemptLimiter;
import dev.sallyport.adapters.redis.token.RedisSessionStore;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.throttle.AttemptKey;
import dev.sallyport.domain.throttle.AttemptLimiter.Decision;
import dev.sallyport.domain.throttle.Limit;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.RedisBinary;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** A server that is there and does not do what it is asked, or not for long. */
@OnBackend("Redis")
final class TroubledServerTest {

    /** Far ahead, because Redis drops what has expired by its own clock. */
    private static final Instant NOW = Instant.parse("2099-11-21T12:00:00.123Z");

    private static final int ENOUGH = 500;

    @Test
    void aServerWithoutMemoryLeftWritesNothingAndEndsSessionsAllTheSame() {
        try (RedisBinary server = RedisBinary.start();
                RunningRedis redis = RunningRedis.at(server.url());
                Jedis operator = operatorOf(server)) {
            RedisSessionStore sessions = redis.get(RedisSessionStore.class);
            Session kept = session();
            sessions.add(kept, 5);
            long keys = operator.dbSize();
            operator.configSet("maxmemory", "1");

            assertThatThrownBy(() -> sessions.add(session(), 5)).isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> sessions.replace(kept, kept.under(2)))
                    .isInstanceOf(StoreUnavailableException.class);

            assertThat(operator.dbSize()).isEqualTo(keys);
            assertThat(sessions.find(kept.id())).contains(kept);
            assertThat(sessions.endAll(kept.user())).isOne();
            operator.configSet("maxmemory", "0");
            assertThat(sessions.add(kept, 5)).isEmpty();
        }
    }

    @Test
    void aServerThatWasMadeAReplicaIsAskedForTheMasterAgainAndAgain() {
        try (RedisBinary server = RedisBinary.start();
                RunningRedis redis = RunningRedis.at(server.url());
                Jedis operator = operatorOf(server)) {
            RedisSessionStore sessions = redis.get(RedisSessionStore.class);
            operator.slaveof("127.0.0.1", 1);
            String connections = connectionsReceived(operator);

            assertThatThrownBy(() -> sessions.add(session(), 5)).isInstanceOf(StoreUnavailableException.class);

            Await.that(() -> !connectionsReceived(operator).equals(connections));
            operator.slaveofNoOne();
            assertThat(sessions.add(session(), 5)).isEmpty();
        }
    }

    @Test
    void aServerThatForgotItsScriptsIsToldThemAgain() {
        try (RedisBinary server = RedisBinary.start();
                RunningRedis redis = RunningRedis.at(server.url());
                Jedis operator = operatorOf(server)) {
            RedisAttemptLimiter attempts = redis.get(RedisAttemptLimiter.class);
            AttemptKey key = new AttemptKey("test:" + People.unique());
            Limit two = new Limit(2, Duration.ofHours(1));
            attempts.take(key, two, NOW);

            operator.scriptFlush();

            assertThat(attempts.take(key, two, NOW)).isInstanceOf(Decision.Granted.class);
            assertThat(attempts.take(key, two, NOW)).isInstanceOf(Decision.Exceeded.class);
        }
    }

    @Test
    void whatWasAcknowledgedIsThereAfterTheServerWasKilledIfItSyncsAlways(@TempDir Path folder)
            throws InterruptedException {
        String[] durable = {"dir " + folder, "appendonly yes", "appendfsync always"};
        Collection<Session> acknowledged = new ConcurrentLinkedQueue<>();
        RedisBinary killed = RedisBinary.start(durable);
        try (RunningRedis redis = RunningRedis.at(killed.url())) {
            Thread adding =
                    Thread.startVirtualThread(() -> addUntilKilled(redis.get(RedisSessionStore.class), acknowledged));
            Await.that(() -> acknowledged.size() >= ENOUGH);
            killed.close();
            adding.join();
        }

        try (RedisBinary server = RedisBinary.start(durable);
                RunningRedis redis = RunningRedis.at(server.url())) {
            RedisSessionStore sessions = redis.get(RedisSessionStore.class);

            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
            assertThat(acknowledged)
                    .allSatisfy(
                            session -> assertThat(sessions.find(session.id())).contains(session));
            assertThat(acknowledged)
                    .allSatisfy(session ->
                            assertThat(sessions.endAll(session.user())).isOne());
        }
    }

    private static void addUntilKilled(RedisSessionStore sessions, Collection<Session> acknowledged) {
        try {
            while (true) {
                Session session = session();
                sessions.add(session, 5);
                acknowledged.add(session);
            }
        } catch (StoreUnavailableException killed) {
            assertThat(acknowledged).isNotEmpty();
        }
    }

    private static Session session() {
        return Session.start(People.someone(), People.LAPTOP, SessionPolicy.DEFAULT, NOW, People.RANDOM);
    }

    private static Jedis operatorOf(RedisBinary server) {
        return new Jedis(URI.create(server.url()));
    }

    private static String connectionsReceived(Jedis operator) {
        return operator.info("stats")
                .lines()
                .filter(line -> line.startsWith("total_connections_received"))
                .findFirst()
                .orElseThrow();
    }
}
