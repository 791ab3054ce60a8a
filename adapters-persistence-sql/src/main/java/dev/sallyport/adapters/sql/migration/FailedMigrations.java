package dev.sallyport.adapters.sql.migration;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Forgets migrations that failed, so that the next start runs them again. Flyway writes them down where no transaction undoes what they
 * did, and then starts no more until somebody has looked. Ours may be run again wherever they stopped, so nobody has to. It is less than
 * Flyway's own repair, which also takes migrations that are other than ours for ours.
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
            forget(context.getConnection(), context.getConfiguration().getTable());
        } catch (SQLException e) {
            throw new FlywayException("Cannot forget migrations that failed", e);
        }
    }

    private static void forget(Connection connection, String history) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        if (!isThere(connection, history)) {
            return;
        }
        String quote = database.getIdentifierQuoteString();
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "DELETE FROM " + quote + history + quote + " WHERE " + quote + "success" + quote + " = FALSE");
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
