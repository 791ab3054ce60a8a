package dev.sallyport.adapters.redis;

import dev.sallyport.adapters.redis.onetime.RedisOneTimeTokenStore;
import dev.sallyport.adapters.redis.throttle.RedisAttemptLimiter;
import dev.sallyport.adapters.redis.token.RedisSessionStore;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.token.OneTimeTokenStore;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.testkit.PortCall;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every method by which Redis is asked. */
final class PortCalls {

    /** They ask nothing of Redis: keys go by themselves, and an id is read off its record. */
    private static final Set<String> WITHOUT_A_QUESTION = Set.of("sweep", "idOf", "paged");

    private PortCalls() {}

    static List<PortCall> on(RunningRedis redis) {
        RedisSessionStore sessions = redis.get(RedisSessionStore.class);
        RedisOneTimeTokenStore tokens = redis.get(RedisOneTimeTokenStore.class);
        RedisAttemptLimiter attempts = redis.get(RedisAttemptLimiter.class);
        return Stream.of(
                        PortCall.all(SessionStore.class, sessions),
                        PortCall.all(Holdings.class, sessions),
                        PortCall.all(OneTimeTokenStore.class, tokens),
                        PortCall.all(AttemptLimiter.class, attempts))
                .flatMap(calls -> calls)
                .filter(call -> !WITHOUT_A_QUESTION.contains(call.method().getName()))
                .toList();
    }
}
