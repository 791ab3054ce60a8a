package dev.sallyport.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.sql.token.SqlSessionStore;
import dev.sallyport.adapters.sql.user.SqlUserStore;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.People;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that the first version made, as it was before sessions ended like their owners. */
final class FirstVersionTest {

    private static final User ADA = People.ada();
    private static final Session SESSION =
            Session.start(ADA, People.LAPTOP, SessionPolicy.DEFAULT, People.NOON, People.RANDOM);

    @TempDir
    private Path folder;

    @Test
    void isBroughtUpToDateAndKeepsWhatCanBeKept() throws SQLException {
        makeOneWhoseSessionsDoNotAllEndSo();

        try (SqlDatabase database = SqlDatabase.in(folder)) {
            assertThat(database.get(SqlUserStore.class).find(ADA.id())).contains(ADA);
            assertThat(database.get(SqlSessionStore.class).after("")).containsExactly(SESSION);
        }
    }

    /** Version 2 changes no table, so one of today's without that entry is one of then. */
    private void makeOneWhoseSessionsDoNotAllEndSo() throws SQLException {
        Session another = Session.start(ADA, People.PHONE, SessionPolicy.DEFAULT, People.NOON, People.RANDOM);
        try (SqlDatabase database = SqlDatabase.in(folder)) {
            database.get(SqlUserStore.class).add(ADA);
            database.get(SqlSessionStore.class).add(SESSION, 5);
            database.get(SqlSessionStore.class).add(another, 5);
        }
        execute("UPDATE sessions SET id = LEFT(id, 33) || 'xyz' WHERE id = '" + another.id() + "'");
        execute("DELETE FROM \"flyway_schema_history\" WHERE \"version\" = '2'");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(H2Url.in(folder), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
