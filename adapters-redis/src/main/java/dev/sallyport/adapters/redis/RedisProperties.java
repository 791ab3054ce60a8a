package dev.sallyport.adapters.redis;

import java.util.Map;

/** What Micronaut must be told for the Redis stores to exist. */
public final class RedisProperties {

    /**
     * The property that carries the {@link RedisSettings}; without it this module has no beans. They are one value, because Micronaut
     * would look for placeholders in a password that is text.
     */
    public static final String SETTINGS = "sallyport.redis.settings";

    private RedisProperties() {}

    /**
     * Whether the URL names a Redis, by its scheme: {@code redis}, {@code redis-sentinel} or {@code redis-cluster}, and with TLS
     * {@code rediss}, {@code rediss-sentinel} or {@code rediss-cluster}.
     */
    public static boolean isRedis(String url) {
        return RedisUrl.Kind.of(url).isPresent();
    }

    /** The properties for sessions and attempts in one Redis. */
    public static Map<String, Object> tokens(RedisSettings settings) {
        return Map.of(SETTINGS, settings);
    }
}
