package dev.sallyport.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlStartFailureTest {

    @TempDir
    private Path folder;

    @Test
    void aFileThatSomebodyElseHasOpen() throws IOException {
        SqlDatabase.in(folder).close();

        try (FileChannel file = FileChannel.open(file(), StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(explanation(folder))
                    .isEqualTo("The database " + file() + " is in use by another process;"
                            + " stop that one, or give this one another data folder.");
        }
    }

    @Test
    void aFileThatIsDamaged() throws IOException {
        byte[] noDatabase = new byte[20_000];
        Arrays.fill(noDatabase, (byte) 'x');
        Files.write(file(), noDatabase);

        assertThat(explanation(folder)).isEqualTo("The database " + file() + " is damaged; restore it from a backup.");
    }

    @Test
    void aFolderThatIsNone() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("file"));

        assertThat(explanation(notAFolder))
                .isEqualTo("The database " + notAFolder + "/sallyport.mv.db cannot be written;"
                        + " choose a data folder in which the service may create files.");
    }

    @Test
    void aDiskThatIsFull() {
        SQLException full = new SQLException(
                "General error", "HY000", 50000, new IOException("java.io.IOException: No space left on device"));

        assertThat(SqlStartFailure.explain(new IllegalStateException(full), H2Url.in(folder)))
                .contains("There is no space left for the database " + file()
                        + "; free some, or choose a data folder on another disk.");
    }

    @Test
    void aPasswordThatIsWrong() {
        SqlDatabase.in(folder).close();

        String explanation = explanation(folder, Map.of("datasources.accounts.password", "not-this-one"));

        assertThat(explanation)
                .isEqualTo("The database " + file() + " refuses the user name or the password; check both.");
    }

    @Test
    void tablesThatWereMadeByAnotherVersion() throws SQLException {
        try (SqlDatabase database = SqlDatabase.in(folder);
                Connection connection = database.get(DataSource.class)
                        .unwrap(HikariDataSource.class)
                        .getConnection()) {
            connection.createStatement().execute("UPDATE \"flyway_schema_history\" SET \"checksum\" = 1");
        }

        assertThat(explanation(folder))
                .startsWith("The database " + file() + " has tables that do not fit this version (")
                .endsWith("); start the version that last used it, or restore a backup.")
                .doesNotContain("\n");
    }

    @Test
    void anSqliteFileInAFolderThatIsNone() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("file"));

        assertThat(sqliteExplanation(notAFolder.resolve("people.db")))
                .isEqualTo("The database " + notAFolder + "/people.db"
                        + " cannot be written; name a file in a folder in which the service may create files.");
    }

    @Test
    void aFileThatIsNoneOfSqlites() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear Ada,\n".repeat(2_000));

        assertThat(sqliteExplanation(letter))
                .isEqualTo("The database " + letter
                        + " is no SQLite database, or a damaged one; name another file, or restore a backup.");
    }

    @Test
    void anSqliteFileThatSomebodyElseWritesForLong() throws SQLException {
        Path file = folder.resolve("people.db");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");

            assertThat(sqliteExplanation(file))
                    .isEqualTo("The database " + file
                            + " is in use by another process; stop that one, or name another file.");
        }
    }

    @Test
    void whatTheDatabaseDidNotCauseIsNotExplained() {
        assertThat(SqlStartFailure.explain(new IllegalStateException("Something else"), H2Url.in(folder)))
                .isEmpty();
    }

    @Test
    void anExplanationHoldsNoPassword() {
        SQLException refused = new SQLException("Connection refused", "08006");

        assertThat(SqlStartFailure.explain(
                        refused, "jdbc:postgresql://ada:secret@db.internal/sallyport?password=secret"))
                .contains(
                        "The database jdbc:postgresql://db.internal/sallyport cannot be used (SQL state 08006, code 0);"
                                + " check its address and that it runs.");
    }

    private static String sqliteExplanation(Path file) {
        String url = "jdbc:sqlite:" + file;
        SqlSettings hasty = new SqlSettings(url, Optional.empty(), Optional.empty(), 1, 1, Duration.ofSeconds(1));
        Throwable failure = catchThrowable(() -> SqlDatabase.at(hasty));
        return SqlStartFailure.explain(failure, url).orElseThrow();
    }

    private String explanation(Path dataFolder) {
        return explanation(dataFolder, Map.of());
    }

    private static String explanation(Path dataFolder, Map<String, Object> unlike) {
        Throwable failure = catchThrowable(() -> SqlDatabase.at(H2Url.in(dataFolder), unlike));
        return SqlStartFailure.explain(failure, H2Url.in(dataFolder)).orElseThrow();
    }

    private Path file() {
        return folder.resolve("sallyport.mv.db");
    }
}
