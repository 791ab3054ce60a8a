package dev.sallyport.adapters.sql;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The module as it runs: its beans, its pool and its migrations, on one database. */
public final class SqlDatabase implements AutoCloseable {

    private final ApplicationContext context;

    private SqlDatabase(ApplicationContext context) {
        this.context = context;
    }

    /** A file of H2's. */
    static SqlDatabase in(Path folder) {
        return at(H2Url.in(folder));
    }

    static SqlDatabase at(String url) {
        return at(settings(url));
    }

    static SqlDatabase at(SqlSettings settings) {
        return with(SqlProperties.both(settings));
    }

    static SqlDatabase at(String url, Map<String, Object> unlike) {
        Map<String, Object> properties = new HashMap<>(SqlProperties.both(settings(url)));
        properties.putAll(unlike);
        return with(properties);
    }

    static SqlDatabase with(Map<String, Object> properties) {
        return new SqlDatabase(ApplicationContext.run(properties, "test"));
    }

    /** Patient enough for a race on a busy machine. */
    static SqlSettings settings(String url) {
        return new SqlSettings(url, Optional.empty(), Optional.empty(), 5, 20, Duration.ofSeconds(10));
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
