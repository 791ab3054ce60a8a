package dev.sallyport.adapters.redis;

import dev.sallyport.adapters.redis.onetime.RedisOneTimeTokenStore;
import dev.sallyport.adapters.redis.throttle.RedisAttemptLimiter;
import dev.sallyport.adapters.redis.token.RedisSessionStore;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.throttle.AttemptKey;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.throttle.Limit;
import dev.sallyport.domain.token.OneTimeHash;
import dev.sallyport.domain.token.OneTimePurpose;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.OneTimeTokenStore;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.testkit.People;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every method by which Redis is asked, found by reflection so that a new one cannot be forgotten. */
final class PortCalls {

    /** They ask nothing of Redis: keys go by themselves, and an id is read off its record. */
    private static final Set<String> WITHOUT_A_QUESTION = Set.of("sweep", "idOf", "paged");

    /** Far ahead, because Redis drops what has expired by its own clock. */
    private static final Instant NOW = Instant.parse("2099-11-21T12:00:00.123Z");

    private static final Session SESSION =
            Session.start(People.ada(), People.LAPTOP, SessionPolicy.DEFAULT, NOW, People.RANDOM);

    private static final OneTimeToken TOKEN = new OneTimeToken(
            new OneTimeHash("a1".repeat(32)), OneTimePurpose.SETUP, null, NOW, NOW.plusSeconds(60), null);

    private static final List<Object> EXAMPLES = List.of(
            5,
            NOW,
            "",
            SESSION,
            SESSION.id(),
            SESSION.user(),
            List.of(SESSION),
            TOKEN,
            TOKEN.hash(),
            TOKEN.purpose(),
            new AttemptKey("test:outage"),
            new Limit(5, Duration.ofMinutes(1)));

    private PortCalls() {}

    static List<Call> on(RunningRedis redis) {
        RedisSessionStore sessions = redis.get(RedisSessionStore.class);
        RedisOneTimeTokenStore tokens = redis.get(RedisOneTimeTokenStore.class);
        RedisAttemptLimiter attempts = redis.get(RedisAttemptLimiter.class);
        return Stream.of(
                        on(sessions, SessionStore.class),
                        on(sessions, Holdings.class),
                        on(tokens, OneTimeTokenStore.class),
                        on(attempts, AttemptLimiter.class))
                .flatMap(calls -> calls)
                .toList();
    }

    private static Stream<Call> on(Object store, Class<?> port) {
        return Arrays.stream(port.getDeclaredMethods())
                .filter(method -> !WITHOUT_A_QUESTION.contains(method.getName()) && !method.isSynthetic())
                .map(method -> new Call(method, store));
    }

    /** One method on one store, with examples for arguments. */
    record Call(Method method, Object store) {

        void run() throws Throwable {
            Object[] arguments =
                    Stream.of(method.getParameterTypes()).map(Call::example).toArray();
            try {
                method.invoke(store, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private static Object example(Class<?> type) {
            Class<?> boxed = type == int.class ? Integer.class : type;
            return EXAMPLES.stream().filter(boxed::isInstance).findFirst().orElseThrow();
        }
    }
}
