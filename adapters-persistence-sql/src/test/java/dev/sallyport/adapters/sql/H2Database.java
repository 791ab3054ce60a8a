package dev.sallyport.adapters.sql;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The module as it runs: its beans, its pool and its migrations, on a file of H2's. */
public final class H2Database implements AutoCloseable {

    private final ApplicationContext context;

    private H2Database(ApplicationContext context) {
        this.context = context;
    }

    public static H2Database in(Path folder) {
        return in(folder, Map.of());
    }

    static H2Database in(Path folder, Map<String, Object> unlike) {
        Map<String, Object> properties = new HashMap<>(SqlProperties.both(settings(H2Url.in(folder))));
        properties.putAll(unlike);
        return new H2Database(ApplicationContext.run(properties, "test"));
    }

    static SqlSettings settings(String url) {
        return new SqlSettings(url, Optional.of("sa"), Optional.of(""), 5, 20, Duration.ofSeconds(5));
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
