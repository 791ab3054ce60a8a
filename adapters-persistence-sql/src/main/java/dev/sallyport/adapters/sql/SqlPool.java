package dev.sallyport.adapters.sql;

import java.util.HashMap;
import java.util.Map;

/** What Hikari is told of a database. */
final class SqlPool {

    /** The shortest times that Hikari takes. */
    private static final long SHORTEST_MILLIS = 250;

    /** As many as Flyway needs. */
    private static final int FEWEST_FOR_H2 = 2;

    private SqlPool() {}

    static Map<String, Object> of(String name, SqlSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("pool-name", name);
        properties.put("dialect", settings.dialect().data().name());
        properties.put("url", JdbcUrl.ofPool(settings).text());
        settings.user().ifPresent(user -> properties.put("username", user));
        settings.password().ifPresent(password -> properties.put("password", password));
        properties.put("connection-timeout", millis(settings, 1));
        properties.putAll(
                switch (settings.dialect()) {
                    case H2 -> h2(settings);
                    case SQLITE -> sqlite();
                    case POSTGRESQL, MYSQL, MARIADB -> server(settings);
                });
        return properties;
    }

    /**
     * No more connections than processors. For a key that another statement is adding, H2 waits by trying again without a pause; on
     * virtual threads, a few that wait so leave no processor to the one they wait for.
     */
    private static Map<String, Object> h2(SqlSettings settings) {
        int processors = Runtime.getRuntime().availableProcessors();
        int max = Math.max(FEWEST_FOR_H2, Math.min(settings.poolMax(), processors));
        Map<String, Object> properties = size(settings.poolMin(), max);
        properties.put("driver-class-name", "org.h2.Driver");
        properties.put("exception-override-class-name", H2BrokenConnections.class.getName());
        return properties;
    }

    /**
     * One connection. SQLite lets one write at a time and has the others wait inside the library, where a virtual thread keeps its
     * processor: a few writers leave none to read. In the queue for one connection they keep nothing.
     */
    private static Map<String, Object> sqlite() {
        Map<String, Object> properties = size(1, 1);
        properties.put("driver-class-name", SqliteDriver.class.getName());
        properties.put("automatic-validation-query", false);
        return properties;
    }

    /**
     * A connection that has been idle is asked whether it lives, in half the time a caller has, so that another one can be asked. The
     * start does not wait for connections: the migrations, which come next, say better what is wrong.
     */
    private static Map<String, Object> server(SqlSettings settings) {
        Map<String, Object> properties = size(settings.poolMin(), settings.poolMax());
        properties.put("driver-class-name", SteadyDriver.class.getName());
        properties.put("automatic-validation-query", false);
        properties.put("validation-timeout", millis(settings, 2));
        properties.put("initialization-fail-timeout", -1);
        properties.put("exception-override-class-name", ReplicaConnections.class.getName());
        return properties;
    }

    private static Map<String, Object> size(int min, int max) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("minimum-idle", Math.min(min, max));
        properties.put("maximum-pool-size", max);
        return properties;
    }

    private static long millis(SqlSettings settings, int part) {
        return Math.max(SHORTEST_MILLIS, settings.timeout().toMillis() / part);
    }
}
