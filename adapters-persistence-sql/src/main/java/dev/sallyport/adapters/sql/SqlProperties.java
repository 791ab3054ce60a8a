package dev.sallyport.adapters.sql;

import java.util.HashMap;
import java.util.Map;

/**
 * What Micronaut must be told for the SQL stores to exist: for each database a data source, migrated before its first use, and
 * the dialect. The maps hold passwords: they are for a property source, not for a log.
 */
public final class SqlProperties {

    private static final String TOKENS = "tokens";

    private SqlProperties() {}

    /**
     * Accounts in this database.
     *
     * @throws IllegalArgumentException if there is no {@linkplain SqlDialect dialect} for the URL
     */
    public static Map<String, Object> accounts(SqlSettings settings) {
        Map<String, Object> properties = dataSource(SqlAxis.ACCOUNTS, settings);
        properties.put(SqlAxis.ACCOUNTS_DIALECT, settings.dialect().name());
        return Map.copyOf(properties);
    }

    /**
     * Tokens in this database.
     *
     * @throws IllegalArgumentException if there is no {@linkplain SqlDialect dialect} for the URL
     */
    public static Map<String, Object> tokens(SqlSettings settings) {
        Map<String, Object> properties = dataSource(TOKENS, settings);
        properties.put(SqlAxis.TOKENS_DIALECT, settings.dialect().name());
        properties.put(SqlAxis.TOKENS_SOURCE, TOKENS);
        return Map.copyOf(properties);
    }

    /**
     * Accounts and tokens in this database, over one pool.
     *
     * @throws IllegalArgumentException if there is no {@linkplain SqlDialect dialect} for the URL
     */
    public static Map<String, Object> both(SqlSettings settings) {
        Map<String, Object> properties = new HashMap<>(accounts(settings));
        properties.put(SqlAxis.TOKENS_DIALECT, settings.dialect().name());
        properties.put(SqlAxis.TOKENS_SOURCE, SqlAxis.ACCOUNTS);
        return Map.copyOf(properties);
    }

    private static Map<String, Object> dataSource(String name, SqlSettings settings) {
        SqlDialect dialect = settings.dialect();
        String pool = "datasources." + name + ".";
        String flyway = "flyway.datasources." + name + ".";
        Map<String, Object> properties = new HashMap<>();
        properties.put(pool + "dialect", dialect.name());
        properties.put(pool + "driver-class-name", dialect.driver());
        properties.put(pool + "url", dialect.complete(settings.url()));
        settings.user().ifPresent(user -> properties.put(pool + "username", user));
        settings.password().ifPresent(password -> properties.put(pool + "password", password));
        properties.put(pool + "minimum-idle", settings.poolMin());
        properties.put(pool + "maximum-pool-size", settings.poolMax());
        properties.put(pool + "connection-timeout", settings.timeout().toMillis());
        dialect.poolSettings().forEach((setting, value) -> properties.put(pool + setting, value));
        properties.put(flyway + "enabled", true);
        properties.put(flyway + "locations", dialect.migrations());
        properties.put(flyway + "fail-on-missing-locations", true);
        return properties;
    }
}
