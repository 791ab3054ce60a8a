package dev.sallyport.adapters.sql;

import java.util.HashMap;
import java.util.Map;

/** What Hikari is told of a database. */
final class SqlPool {

    /** The shortest times that Hikari takes. */
    private static final long SHORTEST_MILLIS = 250;

    private SqlPool() {}

    static Map<String, Object> of(String name, SqlSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("pool-name", name);
        properties.put("dialect", settings.dialect().data().name());
        properties.put("url", JdbcUrl.ofPool(settings).text());
        settings.user().ifPresent(user -> properties.put("username", user));
        settings.password().ifPresent(password -> properties.put("password", password));
        properties.put("minimum-idle", settings.poolMin());
        properties.put("maximum-pool-size", settings.poolMax());
        properties.put("connection-timeout", millis(settings, 1));
        properties.putAll(
                switch (settings.dialect()) {
                    case H2 -> h2();
                    case SQLITE -> sqlite();
                    case POSTGRESQL, MYSQL, MARIADB -> server(settings);
                });
        return properties;
    }

    private static Map<String, Object> h2() {
        return Map.of(
                "driver-class-name",
                "org.h2.Driver",
                "exception-override-class-name",
                H2BrokenConnections.class.getName());
    }

    /**
     * One connection, whatever the settings say. SQLite lets one write at a time, and has the others wait inside the library, where a
     * virtual thread keeps its processor: a few writers leave none to read. In the queue for one connection they keep nothing.
     */
    private static Map<String, Object> sqlite() {
        return Map.of(
                "driver-class-name",
                SqliteDriver.class.getName(),
                "maximum-pool-size",
                1,
                "minimum-idle",
                1,
                "automatic-validation-query",
                false);
    }

    /**
     * A connection that has been idle is asked whether it lives, in half the time a caller has, so that another one can be asked. The
     * start does not wait for connections: the migrations, which come next, say better what is wrong.
     */
    private static Map<String, Object> server(SqlSettings settings) {
        return Map.of(
                "driver-class-name", SteadyDriver.class.getName(),
                "automatic-validation-query", false,
                "validation-timeout", millis(settings, 2),
                "initialization-fail-timeout", -1,
                "exception-override-class-name", ReplicaConnections.class.getName());
    }

    private static long millis(SqlSettings settings, int part) {
        return Math.max(SHORTEST_MILLIS, settings.timeout().toMillis() / part);
    }
}
