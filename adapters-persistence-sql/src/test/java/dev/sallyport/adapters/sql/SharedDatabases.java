package dev.sallyport.adapters.sql;

import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests their store, all of one {@linkplain OnBackend backend} from one database, which is opened once and removed after the
 * last test.
 */
public final class SharedDatabases implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType().getSimpleName().startsWith("Sql");
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        String backend =
                test.getRequiredTestClass().getAnnotation(OnBackend.class).value();
        return shared(test).on(backend).get(parameter.getParameter().getType());
    }

    private static Shared shared(ExtensionContext test) {
        return test.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedDatabases.class))
                .getOrComputeIfAbsent(Shared.class, key -> new Shared(), Shared.class);
    }

    private static final class Shared implements AutoCloseable {

        private final Path folder = temporaryFolder();
        private final Map<String, SqlDatabase> databases = new ConcurrentHashMap<>();

        SqlDatabase on(String backend) {
            return databases.computeIfAbsent(backend, name -> SqlDatabase.at(url(name)));
        }

        private String url(String backend) {
            return switch (backend) {
                case "H2" -> H2Url.in(folder);
                case "SQLite" -> "jdbc:sqlite:" + folder.resolve("sallyport.db");
                case "PostgreSQL" -> TestServer.postgres().freshUrl();
                case "MariaDB" -> TestServer.mariaDb().freshUrl();
                case "MySQL" -> TestServer.mySql().freshUrl();
                default -> throw new IllegalArgumentException("No SQL database: " + backend);
            };
        }

        private static Path temporaryFolder() {
            try {
                return Files.createTempDirectory("sallyport-sql-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            databases.values().forEach(SqlDatabase::close);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
