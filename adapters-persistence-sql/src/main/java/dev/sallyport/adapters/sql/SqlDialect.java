package dev.sallyport.adapters.sql;

import io.micronaut.data.model.query.builder.sql.Dialect;
import java.util.Arrays;
import java.util.Optional;

/** The databases there are repositories and migrations for. */
public enum SqlDialect {
    H2("jdbc:h2:", "h2", Dialect.H2),
    POSTGRESQL("jdbc:postgresql:", "postgresql", Dialect.POSTGRES),
    MYSQL("jdbc:mysql:", "mysql", Dialect.MYSQL),
    MARIADB("jdbc:mariadb:", "mysql", Dialect.MYSQL),
    SQLITE("jdbc:sqlite:", "sqlite", Dialect.ANSI);

    private final String urlPrefix;
    private final String migrations;
    private final Dialect data;

    SqlDialect(String urlPrefix, String migrations, Dialect data) {
        this.urlPrefix = urlPrefix;
        this.migrations = migrations;
        this.data = data;
    }

    /** By the scheme of a JDBC URL. */
    public static Optional<SqlDialect> ofUrl(String url) {
        return Arrays.stream(values())
                .filter(dialect -> url.startsWith(dialect.urlPrefix))
                .findFirst();
    }

    /** The folder of its migrations: types and collations differ too much to share more of them. */
    String migrations() {
        return "classpath:db/migration/" + migrations;
    }

    /** What Micronaut Data calls it. */
    Dialect data() {
        return data;
    }
}
