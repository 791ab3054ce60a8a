package dev.sallyport.adapters.redis.throttle;

import dev.sallyport.adapters.redis.Redis;
import dev.sallyport.adapters.redis.RedisProperties;
import dev.sallyport.adapters.redis.Script;
import dev.sallyport.domain.throttle.AttemptKey;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.throttle.Limit;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Attempts counted in Redis: a hash for each key, which goes when its window is over. */
@Singleton
@Bean(typed = RedisAttemptLimiter.class)
@Requires(property = RedisProperties.SETTINGS)
public final class RedisAttemptLimiter implements AttemptLimiter {

    /** A window is judged by the caller's clock; one that Redis forgets by its own, which is ahead, would grant too much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /**
     * Takes one from the present window or, if there is none or it is over, the first from a new one. Who read the clock before the
     * window's first attempt did moves its beginning forward. Returns nothing if it granted, else the window's end and whether this
     * is the first refusal.
     */
    private static final Script<List<String>> TAKE = Script.toList("""
            local attempts, now, new_end, forgotten = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3], ARGV[4]
            local window = redis.call('HMGET', KEYS[1], 'taken', 'ends_at', 'refused')
            local taken, ends_at = tonumber(window[1] or 0), tonumber(window[2] or 0)
            if ends_at <= now then
                redis.call('DEL', KEYS[1])
                ends_at = math.huge
            elseif taken >= attempts then
                redis.call('HSET', KEYS[1], 'refused', 1)
                return {window[2], window[3] and 'again' or 'first'}
            end
            redis.call('HINCRBY', KEYS[1], 'taken', 1)
            if tonumber(new_end) < ends_at then
                redis.call('HSET', KEYS[1], 'ends_at', new_end)
                redis.call('PEXPIREAT', KEYS[1], forgotten)
            end
            return {}
            """);

    /** The window that ends at {@code ends_at} is the one in which an attempt lies if it ends after it, but not too late. */
    private static final Script<Long> GIVE_BACK = Script.toNumber("""
            local taken_at, latest_end = tonumber(ARGV[1]), tonumber(ARGV[2])
            local window = redis.call('HMGET', KEYS[1], 'taken', 'ends_at')
            local taken, ends_at = tonumber(window[1] or 0), tonumber(window[2] or 0)
            if taken == 0 or ends_at <= taken_at or ends_at > latest_end then
                return 0
            end
            redis.call('HINCRBY', KEYS[1], 'taken', -1)
            redis.call('HDEL', KEYS[1], 'refused')
            return 1
            """);

    private final Redis redis;

    RedisAttemptLimiter(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Decision take(AttemptKey key, Limit limit, Instant now) {
        Instant end = now.plus(limit.window());
        List<String> refusal = redis.run(
                TAKE,
                keys(key),
                Integer.toString(limit.attempts()),
                millis(now),
                millis(end),
                millis(end.plus(CLOCKS_DIFFER)));
        return refusal.isEmpty() ? new Decision.Granted() : exceeded(refusal);
    }

    private static Decision exceeded(List<String> refusal) {
        Instant until = Instant.ofEpochMilli(Long.parseLong(refusal.getFirst()));
        return new Decision.Exceeded(until, refusal.getLast().equals("first"));
    }

    @Override
    public void giveBack(AttemptKey key, Limit limit, Instant takenAt) {
        redis.run(GIVE_BACK, keys(key), millis(takenAt), millis(takenAt.plus(limit.window())));
    }

    @Override
    public void forget(AttemptKey key) {
        redis.ask(commands -> commands.del(key(key)));
    }

    /** Nothing to do: each key goes by itself. */
    @Override
    public void sweep(Instant now) {}

    private static List<String> keys(AttemptKey key) {
        return List.of(key(key));
    }

    private static String key(AttemptKey key) {
        return "sallyport:attempts:" + key.value();
    }

    private static String millis(Instant instant) {
        return Long.toString(instant.toEpochMilli());
    }
}
