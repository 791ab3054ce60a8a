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
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.PortCall;
import dev.sallyport.testkit.Race;
import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.Relay;
import dev.sallyport.testkit.backend.TestServer;
import io.lettuce.core.api.async.RedisServerAsyncCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBackend("Redis")
final class OutageTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration RECOVERY = Duration.ofSeconds(5);
    /** Far ahead, because Redis drops what has expired by its own clock. */
    private static final Instant NOW = Instant.parse("2099-11-21T12:00:00.123Z");

    private final Relay relay = Relay.to(TestServer.redis().address());
    private final RunningRedis redis = RunningRedis.with(new RedisSettings(
            relay.through(TestServer.redis().freshUrl()), Optional.empty(), Optional.empty(), TIMEOUT));
    private final RedisSessionStore sessions = redis.get(RedisSessionStore.class);
    private final Session session =
            Session.start(People.ada(), People.LAPTOP, SessionPolicy.DEFAULT, NOW, People.RANDOM);

    @AfterEach
    void close() {
        redis.close();
        relay.close();
    }

    @Test
    void everyCallIsAnsweredWhileRedisIsThere() {
        assertThat(PortCalls.on(redis)).isNotEmpty().allSatisfy(PortCall::call);
    }

    @Test
    void everyCallSaysAtOnceThatNobodyTakesConnections() {
        relay.refuse();

        assertThat(timeOf(this::assertThatEveryCallSaysSo)).isLessThan(TIMEOUT);
    }

    @Test
    void everyCallSaysWithinItsTimeThatNobodyAnswers() {
        relay.stall();

        assertThat(timeOf(this::assertThatEveryCallSaysSo)).isBetween(TIMEOUT, TIMEOUT.multipliedBy(2));
    }

    @Test
    void allIsWellSoonAfterRedisIsBack() {
        sessions.add(session, 5);
        relay.refuse();
        assertThatEveryCallSaysSo();

        relay.pass();

        assertThat(timeOf(() -> awaitAnswer(sessions))).isLessThan(RECOVERY);
        assertThat(sessions.find(session.id())).contains(session);
    }

    @Test
    void allIsWellSoonAfterRedisAnswersAgain() {
        relay.stall();
        assertThatEveryCallSaysSo();

        relay.pass();

        assertThat(timeOf(() -> awaitAnswer(sessions))).isLessThan(RECOVERY);
        assertThat(PortCalls.on(redis)).allSatisfy(PortCall::call);
    }

    @Test
    void aConnectionThatFellSilentIsReplaced() {
        Long silent = connection();
        relay.stall();
        assertThatEveryCallSaysSo();

        relay.pass();

        awaitAnswer(sessions);
        Await.that(() -> !connection().equals(silent));
    }

    @Test
    void whatWasSentIsNotSentAgainWhenItsAnswerIsLost() {
        RedisAttemptLimiter attempts = redis.get(RedisAttemptLimiter.class);
        AttemptKey key = new AttemptKey("test:" + People.unique());
        Limit two = new Limit(2, Duration.ofHours(1));
        relay.loseNextAnswer();
        assertThatThrownBy(() -> attempts.take(key, two, NOW)).isInstanceOf(StoreUnavailableException.class);
        awaitAnswer(sessions);

        assertThat(attempts.take(key, two, NOW)).isInstanceOf(Decision.Granted.class);
        assertThat(attempts.take(key, two, NOW)).isInstanceOf(Decision.Exceeded.class);
    }

    @Test
    void anAddWhoseAnswerWasLostMayBeRepeated() {
        relay.loseNextAnswer();
        assertThatThrownBy(() -> sessions.add(session, 5)).isInstanceOf(StoreUnavailableException.class);
        awaitAnswer(sessions);

        assertThat(sessions.add(session, 5)).isEmpty();

        assertThat(sessions.list(session.user(), NOW, 5)).containsExactly(session);
        assertThat(sessions.endAll(session.user())).isOne();
    }

    @Test
    void anEndWhoseAnswerWasLostHasHappened() {
        sessions.add(session, 5);
        relay.loseNextAnswer();
        assertThatThrownBy(() -> sessions.endAll(session.user())).isInstanceOf(StoreUnavailableException.class);
        awaitAnswer(sessions);

        assertThat(sessions.find(session.id())).isEmpty();
        assertThat(sessions.endAll(session.user())).isZero();
    }

    @Test
    void anInterruptedCallHarmsNobodyElses() throws InterruptedException {
        sessions.add(session, 5);

        for (int i = 0; i < 20; i++) {
            Thread reader = Thread.startVirtualThread(this::findUntilInterrupted);
            reader.interrupt();
            reader.join();

            assertThat(sessions.find(session.id())).contains(session);
        }
    }

    @Test
    void aCommandThatIsWrongIsABugAndNoOutage() {
        String key = "sallyport:session:{" + session.id().shard() + "}:" + session.id();
        Script<Long> nonsense = Script.toNumber("return nonsense(");
        redis.get(Redis.class).ask(commands -> commands.lpush(key, "of another kind"));

        assertThatThrownBy(() -> redis.get(Redis.class).run(nonsense, List.of("sallyport:any")))
                .isNotInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> sessions.find(session.id())).isNotInstanceOf(StoreUnavailableException.class);
    }

    /** All at once, so that they wait together. */
    private void assertThatEveryCallSaysSo() {
        List<PortCall> calls = PortCalls.on(redis);

        Race.run(
                calls.size(),
                number -> assertThatThrownBy(calls.get(number))
                        .as("%s", calls.get(number).method())
                        .isInstanceOf(StoreUnavailableException.class));
    }

    private Long connection() {
        return Objects.requireNonNull(redis.get(Redis.class).ask(RedisServerAsyncCommands::clientId));
    }

    private void awaitAnswer(SessionStore store) {
        Await.that(() -> isAnswered(store));
    }

    private boolean isAnswered(SessionStore store) {
        try {
            store.find(session.id());
            return true;
        } catch (StoreUnavailableException away) {
            return false;
        }
    }

    private void findUntilInterrupted() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                sessions.find(session.id());
            }
        } catch (StoreUnavailableException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration timeOf(Runnable action) {
        long began = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
