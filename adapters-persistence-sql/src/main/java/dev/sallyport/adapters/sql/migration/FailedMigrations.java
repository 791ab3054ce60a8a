package dev.sallyport.adapters.sql.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * Forgets migrations that failed, so that the next start runs them again. Flyway writes them down where no transaction undoes what they
 * did, and then starts no more until somebody has looked. Ours may be run again wherever they stopped, so nobody has to. Those of a later
 * version stay, and keep this one from starting on what they left behind. It is less than Flyway's own repair, which also takes migrations
 * that are other than ours for ours.
 */
public final class FailedMigrations implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_VALIDATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            forget(context.getConnection(), context.getConfiguration());
        } catch (SQLException e) {
            throw new FlywayException("Cannot forget migrations that failed", e);
        }
    }

    private static void forget(Connection connection, Configuration configuration) throws SQLException {
        if (!isThere(connection, configuration.getTable())) {
            return;
        }
        String quote = connection.getMetaData().getIdentifierQuoteString();
        String failed = quote + configuration.getTable() + quote + " WHERE " + quote + "success" + quote + " = FALSE";
        String script = quote + "script" + quote;
        for (String one : texts(connection, "SELECT " + script + " FROM " + failed)) {
            if (isOurs(one, configuration)) {
                delete(connection, "DELETE FROM " + failed + " AND " + script + " = ?", one);
            }
        }
    }

    /** A file in one of the folders, or a class. */
    private static boolean isOurs(String script, Configuration configuration) {
        ClassLoader loader = configuration.getClassLoader();
        return loader.getResource(script.replace('.', '/') + ".class") != null
                || Stream.of(configuration.getLocations())
                        .anyMatch(location -> loader.getResource(location.getPath() + "/" + script) != null);
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static void delete(Connection connection, String command, String script) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            statement.setString(1, script);
            statement.executeUpdate();
        }
    }

    /** Not before the first migration of all. */
    private static boolean isThere(Connection connection, String table) throws SQLException {
        try (ResultSet tables =
                connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), table, null)) {
            return tables.next();
        }
    }

    @Override
    public String getCallbackName() {
        return "failed migrations";
    }
}
