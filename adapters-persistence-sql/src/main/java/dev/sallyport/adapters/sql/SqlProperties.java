package dev.sallyport.adapters.sql;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What Micronaut must be told for the SQL stores to exist: one data source, migrated before its first use, and the dialect. */
public final class SqlProperties {

    /** Long enough for a burst to pass, short enough for a caller to be told that the database is away. */
    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(5);

    private SqlProperties() {}

    /**
     * The properties for one database. The map holds the password: it is for a property source, not for a log.
     *
     * @throws IllegalArgumentException if there is no {@linkplain SqlDialect dialect} for the URL
     */
    public static Map<String, Object> of(String url, String user, String password) {
        SqlDialect dialect = SqlDialect.ofUrl(url)
                .orElseThrow(() -> new IllegalArgumentException("No SQL database is supported under such a URL"));
        Map<String, Object> properties = new HashMap<>();
        properties.put(SqlDialect.PROPERTY, dialect.name());
        properties.put("datasources.default.dialect", dialect.name());
        properties.put("datasources.default.driver-class-name", dialect.driver());
        properties.put("datasources.default.url", url);
        properties.put("datasources.default.username", user);
        properties.put("datasources.default.password", password);
        properties.put("datasources.default.minimum-idle", 5);
        properties.put("datasources.default.maximum-pool-size", 20);
        properties.put("datasources.default.connection-timeout", WAIT_FOR_CONNECTION.toMillis());
        properties.put("flyway.datasources.default.enabled", true);
        properties.put("flyway.datasources.default.locations", dialect.migrations());
        return Map.copyOf(properties);
    }
}
