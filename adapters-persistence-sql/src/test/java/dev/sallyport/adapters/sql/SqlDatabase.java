package dev.sallyport.adapters.sql;

import com.zaxxer.hikari.HikariDataSource;
import dev.sallyport.testkit.backend.TestServer;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The module as it runs: its beans, its pool and its migrations, on one database. */
public final class SqlDatabase implements AutoCloseable {

    private final ApplicationContext context;

    private SqlDatabase(ApplicationContext context) {
        this.context = context;
    }

    /** Of an empty database; a file's stands in the folder. */
    static String freshUrl(String backend, Path folder) {
        return switch (backend) {
            case "H2" -> H2Url.in(folder);
            case "SQLite" -> "jdbc:sqlite:" + folder.resolve("sallyport.db");
            case "PostgreSQL" -> TestServer.postgres().freshUrl();
            case "MariaDB" -> TestServer.mariaDb().freshUrl();
            case "MySQL" -> TestServer.mySql().freshUrl();
            default -> throw new IllegalArgumentException("No SQL database: " + backend);
        };
    }

    public static SqlDatabase fresh(String backend, Path folder) {
        return at(freshUrl(backend, folder));
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

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Past the stores, over a connection of the pool's. */
    public void execute(String sql) {
        try (Connection connection =
                        get(DataSource.class).unwrap(HikariDataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Past the stores as well: what a query answers, each row as {@code column=value, …}. */
    public List<String> rows(String sql, List<@Nullable Object> values) {
        List<String> rows = new ArrayList<>();
        try (Connection connection =
                        get(DataSource.class).unwrap(HikariDataSource.class).getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    private static String row(ResultSet found) throws SQLException {
        StringJoiner row = new StringJoiner(", ");
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
            row.add(found.getMetaData().getColumnLabel(column) + "=" + found.getString(column));
        }
        return row.toString();
    }

    @Override
    public void close() {
        context.close();
    }
}
