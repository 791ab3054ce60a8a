package dev.sallyport.adapters.sql;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The databases there are repositories and migrations for. */
public enum SqlDialect {
    H2("jdbc:h2:", "org.h2.Driver");

    private final String urlPrefix;
    private final String driver;

    SqlDialect(String urlPrefix, String driver) {
        this.urlPrefix = urlPrefix;
        this.driver = driver;
    }

    /** By the scheme of a JDBC URL. */
    public static Optional<SqlDialect> ofUrl(String url) {
        return Arrays.stream(values())
                .filter(dialect -> url.startsWith(dialect.urlPrefix))
                .findFirst();
    }

    String driver() {
        return driver;
    }

    /** What the pool must know about this database alone. */
    Map<String, String> poolSettings() {
        return switch (this) {
            case H2 -> Map.of("exception-override-class-name", H2BrokenConnections.class.getName());
        };
    }

    /** One folder of migrations each: types and collations differ too much to share them. */
    String migrations() {
        return "classpath:db/migration/" + name().toLowerCase(Locale.ROOT);
    }

    /** The URL with what the stores' promises need of this database. */
    String complete(String url) {
        return switch (this) {
            case H2 -> H2Url.complete(url);
        };
    }
}
