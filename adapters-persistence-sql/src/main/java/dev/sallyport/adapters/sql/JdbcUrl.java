package dev.sallyport.adapters.sql;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A URL as a driver gets it: what the operator gave and, where that says nothing, what the stores' promises need of the database.
 */
record JdbcUrl(String text) {

    private static final String APPLICATION = "sallyport";

    /** For the pool: connecting is bounded, and so is every answer. */
    static JdbcUrl ofPool(SqlSettings settings) {
        return switch (settings.dialect()) {
            case H2 -> new JdbcUrl(H2Url.complete(settings.url()));
            case SQLITE -> sqlite(settings);
            case POSTGRESQL -> postgres(settings).with("socketTimeout", seconds(settings.timeout()));
            case MYSQL, MARIADB ->
                mariaDb(settings).with("socketTimeout", settings.timeout().toMillis());
        };
    }

    /** For migrations, if they need another: only connecting is bounded. */
    static Optional<JdbcUrl> ofMigrations(SqlSettings settings) {
        return switch (settings.dialect()) {
            case H2, SQLITE -> Optional.empty();
            case POSTGRESQL -> Optional.of(postgres(settings));
            case MYSQL, MARIADB -> Optional.of(mariaDb(settings));
        };
    }

    /** {@code reWriteBatchedInserts}: a batch becomes a few statements with many rows each. */
    private static JdbcUrl postgres(SqlSettings settings) {
        return new JdbcUrl(settings.url())
                .with("connectTimeout", seconds(settings.timeout()))
                .with("loginTimeout", seconds(settings.timeout()))
                .with("tcpKeepAlive", true)
                .with("ApplicationName", APPLICATION)
                .with("reWriteBatchedInserts", true);
    }

    /** One driver for both; it leaves MySQL's scheme to MySQL's own driver unless told otherwise. */
    private static JdbcUrl mariaDb(SqlSettings settings) {
        JdbcUrl url = new JdbcUrl(settings.url())
                .with("connectTimeout", settings.timeout().toMillis())
                .with("tcpKeepAlive", true)
                .with("connectionAttributes", "program_name:" + APPLICATION);
        return settings.dialect() == SqlDialect.MYSQL ? url.with("permitMysqlScheme", true) : url;
    }

    /**
     * {@code WAL} lets readers read while somebody writes; in that mode only {@code FULL} writes a commit to the disk before it is
     * acknowledged. {@code busy_timeout}: a writer waits so long for another one. {@code IMMEDIATE}: so does a transaction, of which only
     * migrations have any, before it reads; one that wants to write after another has since is refused at once.
     */
    private static JdbcUrl sqlite(SqlSettings settings) {
        return new JdbcUrl(settings.url())
                .with("journal_mode", "WAL")
                .with("synchronous", "FULL")
                .with("busy_timeout", settings.timeout().toMillis())
                .with("transaction_mode", "IMMEDIATE")
                .with("foreign_keys", true);
    }

    /** With this parameter unless the URL has it. */
    private JdbcUrl with(String name, Object value) {
        boolean has = Pattern.compile("[?&]" + name + "(=|&|$)", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
        return has ? this : new JdbcUrl(text + (text.contains("?") ? "&" : "?") + name + "=" + value);
    }

    /** PostgreSQL's driver knows whole seconds, and no time-out by zero. */
    private static long seconds(Duration timeout) {
        return timeout.plusMillis(999).toSeconds();
    }

    /** Without what may be a password. */
    @Override
    public String toString() {
        return SqlPlace.of(text);
    }
}
