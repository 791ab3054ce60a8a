package dev.sallyport.adapters.sql;

import java.time.Duration;
import java.util.Optional;

/**
 * One SQL database, and how its pool behaves.
 *
 * @param url the JDBC URL, which may carry user and password itself
 * @param poolMin connections that are kept open when nobody asks
 * @param poolMax connections at most; those who ask for more wait
 * @param timeout how long a connection may take to come about or to become free, and then each answer
 */
public record SqlSettings(
        String url, Optional<String> user, Optional<String> password, int poolMin, int poolMax, Duration timeout) {

    /** Without the password, which the URL may hold too. */
    @Override
    public String toString() {
        return "SqlSettings[" + SqlPlace.of(url) + ", pool " + poolMin + " to " + poolMax + ", timeout " + timeout
                + "]";
    }

    /** The dialect of the URL. */
    SqlDialect dialect() {
        return SqlDialect.ofUrl(url)
                .orElseThrow(() -> new IllegalArgumentException("There is no SQL dialect for such a URL"));
    }
}
