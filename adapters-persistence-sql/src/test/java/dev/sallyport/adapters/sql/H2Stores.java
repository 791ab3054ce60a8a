package dev.sallyport.adapters.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests their store, all from one database, which is opened once and removed after the last test. */
public final class H2Stores implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType().getSimpleName().startsWith("Sql");
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return shared(test).database.get(parameter.getParameter().getType());
    }

    private static Shared shared(ExtensionContext test) {
        return test.getRoot()
                .getStore(ExtensionContext.Namespace.create(H2Stores.class))
                .getOrComputeIfAbsent(Shared.class, key -> new Shared(), Shared.class);
    }

    private static final class Shared implements AutoCloseable {

        private final Path folder = temporaryFolder();
        private final H2Database database = H2Database.in(folder);

        private static Path temporaryFolder() {
            try {
                return Files.createTempDirectory("sallyport-h2-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            database.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
