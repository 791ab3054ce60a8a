package dev.sallyport.adapters.sql;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What Micronaut must be told for the SQL stores to exist: one data source, migrated before its first use, and the dialect. */
public final class SqlProperties {

    /** Long enough for a burst to pass, short enough for a caller to be told that the database is away. */
    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(5);

    private static final String POOL = "datasources.default.";
    private static final String FLYWAY = "flyway.datasources.default.";

    private SqlProperties() {}

    /**
     * The properties for one database. The map holds the password: it is for a property source, not for a log.
     *
     * @throws IllegalArgumentException if there is no {@linkplain SqlDialect dialect} for the URL
     */
    public static Map<String, Object> of(String url, String user, String password) {
        SqlDialect dialect = SqlDialect.ofUrl(url)
                .orElseThrow(() -> new IllegalArgumentException("There is no SQL dialect for such a URL"));
        Map<String, Object> properties = new HashMap<>();
        properties.put(SqlDialect.PROPERTY, dialect.name());
        properties.put(POOL + "dialect", dialect.name());
        properties.put(POOL + "driver-class-name", dialect.driver());
        properties.put(POOL + "url", dialect.complete(url));
        properties.put(POOL + "username", user);
        properties.put(POOL + "password", password);
        properties.put(POOL + "minimum-idle", 5);
        properties.put(POOL + "maximum-pool-size", 20);
        properties.put(POOL + "connection-timeout", WAIT_FOR_CONNECTION.toMillis());
        dialect.poolSettings().forEach((name, value) -> properties.put(POOL + name, value));
        properties.put(FLYWAY + "enabled", true);
        properties.put(FLYWAY + "locations", dialect.migrations());
        properties.put(FLYWAY + "fail-on-missing-locations", true);
        return Map.copyOf(properties);
    }
}
