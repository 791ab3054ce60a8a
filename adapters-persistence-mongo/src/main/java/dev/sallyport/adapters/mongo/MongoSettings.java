package dev.sallyport.adapters.mongo;

import java.time.Duration;
import java.util.Optional;

/**
 * One MongoDB, as an operator names it.
 *
 * @param url {@code mongodb://} or {@code mongodb+srv://}; what its own options say about the pool and about time wins over what
 *     stands here
 * @param user wins over the one in the URL
 * @param password wins over the one in the URL
 * @param poolMin connections kept open for each server of a replica set
 * @param poolMax connections opened at most for each of them
 * @param timeout how long one call may take, connecting included
 */
public record MongoSettings(
        String url, Optional<String> user, Optional<String> password, int poolMin, int poolMax, Duration timeout) {

    public MongoSettings {
        if (poolMin < 0 || poolMax < 1 || poolMin > poolMax || timeout.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "Expected 0 <= poolMin <= poolMax, poolMax >= 1 and a timeout of at least a millisecond");
        }
    }

    /** Without user and password, wherever they stand. */
    @Override
    public String toString() {
        return "MongoSettings[" + MongoUrl.place(url) + ", pool " + poolMin + " to " + poolMax + ", " + timeout + "]";
    }
}
