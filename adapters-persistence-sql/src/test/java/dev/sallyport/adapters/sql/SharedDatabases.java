package dev.sallyport.adapters.sql;

import dev.sallyport.testkit.backend.OnBackend;
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
 * Gives tests their store, or the database itself, all of one {@linkplain OnBackend backend} from one database, which is opened once and removed after the
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
        SqlDatabase database = shared(test).on(backend);
        Class<?> type = parameter.getParameter().getType();
        return type == SqlDatabase.class ? database : database.get(type);
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
            return databases.computeIfAbsent(backend, name -> SqlDatabase.at(SqlDatabase.freshUrl(name, folder)));
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
