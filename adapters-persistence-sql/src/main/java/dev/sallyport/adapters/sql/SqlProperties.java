package dev.sallyport.adapters.sql;

import dev.sallyport.adapters.sql.migration.FailedMigrations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Micronaut must be told for the SQL stores to exist: for each database a data source, migrated before its first use, and
 * the dialect. The maps hold passwords: they are for a property source, not for a log.
 */
public final class SqlProperties {

    private static final String TOKENS = "tokens";
    private static final String MIGRATIONS_IN_JAVA = "classpath:dev/sallyport/adapters/sql/migration";

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

    /** The same properties, for databases that are read as they are: no file is made, and no table. */
    public static Map<String, Object> asItIs(Map<String, Object> properties) {
        Map<String, Object> reading = new HashMap<>(properties);
        reading.replaceAll((name, value) -> {
            if (name.startsWith("flyway.datasources.") && name.endsWith(".enabled")) {
                return false;
            }
            return name.startsWith("datasources.") && name.endsWith(".url") ? existing(value.toString()) : value;
        });
        return Map.copyOf(reading);
    }

    /** Of a file; servers make no databases by themselves. */
    private static String existing(String url) {
        return switch (SqlDialect.ofUrl(url).orElseThrow()) {
            case H2 -> url + ";IFEXISTS=TRUE";
            // SQLITE_OPEN_READWRITE without SQLITE_OPEN_CREATE
            case SQLITE -> url + (url.contains("?") ? "&" : "?") + "open_mode=2";
            case POSTGRESQL, MYSQL, MARIADB -> url;
        };
    }

    private static Map<String, Object> dataSource(String name, SqlSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        putUnder("datasources." + name, SqlPool.of(name, settings), properties);
        putUnder("flyway.datasources." + name, flyway(settings), properties);
        putUnder(MigrationConnection.PREFIX + "." + name, migrationConnection(settings), properties);
        return properties;
    }

    /** No pattern of migrations to ignore: Flyway else starts with tables that a later version made. */
    private static Map<String, Object> flyway(SqlSettings settings) {
        return Map.of(
                "enabled",
                true,
                "locations",
                List.of(settings.dialect().migrations(), MIGRATIONS_IN_JAVA),
                "fail-on-missing-locations",
                true,
                "properties",
                Map.of("flyway.callbacks", FailedMigrations.class.getName()),
                "ignore-migration-patterns",
                "");
    }

    /** A file is migrated through the pool: nobody waits for it longer than it takes. */
    private static Map<String, Object> migrationConnection(SqlSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        JdbcUrl.ofMigrations(settings).ifPresent(url -> {
            properties.put("url", url.text());
            settings.user().ifPresent(user -> properties.put("user", user));
            settings.password().ifPresent(password -> properties.put("password", password));
        });
        return properties;
    }

    private static void putUnder(String prefix, Map<String, Object> from, Map<String, Object> to) {
        from.forEach((name, value) -> to.put(prefix + "." + name, value));
    }
}
