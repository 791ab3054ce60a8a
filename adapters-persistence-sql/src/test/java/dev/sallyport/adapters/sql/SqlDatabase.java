package dev.sallyport.adapters.sql;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

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

    /** Past the stores, over a connection of the pool's. */
    void execute(String sql) {
        try (Connection connection =
                        get(DataSource.class).unwrap(HikariDataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
