package dev.sallyport.testkit.backend;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;

/** The backends by the names in {@link OnBackend}. */
final class Backends {

    private static final Set<String> IN_PROCESS = Set.of("memory", "H2", "SQLite");

    private static final Map<String, TestServer> SERVERS = Map.of(
            "PostgreSQL", Servers.POSTGRES,
            "MariaDB", Servers.MARIADB,
            "MySQL", Servers.MYSQL,
            "MongoDB", Servers.MONGO,
            "Redis", Servers.REDIS,
            "Redis Cluster", Servers.REDIS_CLUSTER);

    private Backends() {}

    /** What a test class or the class around it says it is on. */
    static Optional<String> of(Class<?> test) {
        return AnnotationSupport.findAnnotation(test, OnBackend.class)
                .map(OnBackend::value)
                .or(() -> Optional.ofNullable(test.getEnclosingClass()).flatMap(Backends::of));
    }

    /**
     * Starts the servers that are not running yet.
     *
     * @throws IllegalArgumentException for a name that is no backend's
     */
    static boolean areAvailable(String backends) {
        return names(backends).allMatch(Backends::isAvailable);
    }

    /** How they are provided, for people. */
    static String provided(String backends) {
        return names(backends).map(Backends::providedAlone).distinct().collect(Collectors.joining(", "));
    }

    private static Stream<String> names(String backends) {
        return Arrays.stream(backends.split(" \\+ ", -1));
    }

    private static boolean isAvailable(String name) {
        TestServer server = SERVERS.get(name);
        if (server == null && !IN_PROCESS.contains(name)) {
            throw new IllegalArgumentException("No backend is called " + name);
        }
        return server == null || server.isAvailable();
    }

    private static String providedAlone(String name) {
        TestServer server = SERVERS.get(name);
        if (server == null) {
            return IN_PROCESS.contains(name) ? "in this process" : "no such backend";
        }
        return server.provided();
    }
}
