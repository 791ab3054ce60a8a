package dev.sallyport.adapters.sql.migration;

import dev.sallyport.domain.user.DisplayName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Fills in the keys of the display names that were there before version 3. No database folds letters as the domain does, and what is
 * searched for is folded by the domain; so it is asked, not copied. Should it fold otherwise one day, that version makes all keys anew.
 */
public final class DisplayNameKeys implements JavaMigration {

    private static final int PAGE = 1000;

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        SequencedMap<String, String> names = page(connection, "");
        while (!names.isEmpty()) {
            fillIn(connection, names);
            names = page(connection, names.lastEntry().getKey());
        }
    }

    /** By id, the display names next after an id. */
    private static SequencedMap<String, String> page(Connection connection, String after) throws SQLException {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id, display_name FROM users WHERE id > ? AND display_name IS NOT NULL ORDER BY id LIMIT ?")) {
            select.setString(1, after);
            select.setInt(2, PAGE);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    names.put(found.getString(1), found.getString(2));
                }
            }
        }
        return names;
    }

    private static void fillIn(Connection connection, Map<String, String> names) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE users SET display_name_key = ? WHERE id = ?")) {
            for (Map.Entry<String, String> name : names.entrySet()) {
                update.setString(1, new DisplayName(name.getValue()).key());
                update.setString(2, name.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("4");
    }

    @Override
    public String getDescription() {
        return "display name keys";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    /** All of them or none, so that it can be run again after a crash; twice does no harm either. */
    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
