package dev.sallyport.adapters.redis;

import java.time.Duration;
import java.util.Optional;

/**
 * Which Redis, and how long to wait for it.
 *
 * @param url see {@link RedisProperties#isRedis}
 * @param user instead of the one in the URL
 * @param password instead of the one in the URL
 * @param timeout for connecting, and for every answer
 */
public record RedisSettings(String url, Optional<String> user, Optional<String> password, Duration timeout) {

    /** Without credentials. */
    @Override
    public String toString() {
        return "RedisSettings[" + RedisUrl.withoutCredentials(url) + ", timeout " + timeout + "]";
    }
}
