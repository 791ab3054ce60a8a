package dev.sallyport.auditing;

import static dev.sallyport.testkit.journey.ServiceUnderTest.QUICK;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.journey.StartedService;
import dev.sallyport.operations.CheckpointLine;
import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.SettingsReader;
import dev.sallyport.testkit.Belongings;
import dev.sallyport.testkit.journey.Api;
import dev.sallyport.wiring.OpenStores;
import dev.sallyport.wiring.StoragePlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the embedded database of a service that somebody registered with. */
final class AuditingTest {

    @TempDir
    private Path data = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void aServiceHasRun() {
        Map<String, String> settings = new HashMap<>(QUICK);
        settings.put("data", data.toString());
        try (StartedService service = StartedService.with(settings)) {
            Api api = service.api();
            register(api);
        }
    }

    @Test
    void aLogThatNobodyTouchedIsWhole() {
        assertThat(run("verify")).isZero();
        assertThat(out()).startsWith("The audit log is whole. Records: 3; chains: 1; the latest of 20");
    }

    @Test
    void aRowThatWasEditedByHandIsNamed() throws SQLException {
        edit("UPDATE audit_events SET details = '{}' WHERE event_type = 'session.opened'");

        assertThat(run("verify")).isOne();
        assertThat(out()).containsPattern("Record [23] of chain \\S+ \\(event \\S+\\) was edited\\.");
    }

    @Test
    void aRowThatWasDeletedByHandIsNamed() throws SQLException {
        edit("DELETE FROM audit_events WHERE sequence = 2");

        assertThat(run("verify")).isOne();
        assertThat(out()).containsPattern("Record 2 of chain \\S+ was removed\\.");
    }

    @Test
    void whatWasCutOffWithItsCheckpointIsToldByTheLog() throws SQLException, IOException {
        Path log = data.resolve("sallyport.log");
        Files.writeString(log, "something else\n" + CheckpointLine.of(checkpoint()) + "\n");
        Path another = data.resolve("another.log");
        Files.writeString(another, CheckpointLine.of(ofAnotherService()) + "\n");
        edit("DELETE FROM audit_events", "DELETE FROM audit_checkpoints");

        assertThat(run("verify")).isOne();
        assertThat(out()).contains("either nothing has happened yet, or everything was removed.");
        assertThat(run("verify", "--against", another.toString(), "--against", log.toString()))
                .isOne();
        assertThat(out())
                .containsOnlyOnce(" was removed as a whole.")
                .contains("Checkpoints in the logs: 1; signed with another key, and ignored: 1.");
    }

    private static Checkpoint ofAnotherService() {
        return Belongings.of(3).checkpoints().getFirst();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event_type = 'x'",
                "hash = 'x'",
                "details = '{'",
                "details = '[]'",
                "details = '{\"a\":1}'",
                "address = ''",
                "salt = 'x'",
                "session_id = UPPER(session_id)",
                "id = 'x'",
                "chain_id = 'x'"
            })
    void aRowThatCannotBeReadIsNamedAndTheOthersAreReadAllTheSame(String change) throws SQLException {
        edit("UPDATE audit_events SET " + change + " WHERE sequence = 3");

        assertThat(run("verify")).isOne();
        assertThat(out()).contains(" cannot be read.").contains("Records: 3");

        out.reset();
        assertThat(run("export")).isZero();
        assertThat(out().lines()).hasSize(2);
    }

    @Test
    void aCheckpointThatCannotBeReadIsAsGoodAsNone() throws SQLException {
        edit("UPDATE audit_checkpoints SET signature = 'x'");

        assertThat(run("verify")).isOne();
        assertThat(out()).contains(" has lost its checkpoint.");
    }

    @Test
    void whereThereIsNoLogNoneIsMade() throws IOException, SQLException {
        Path elsewhere = Files.createDirectory(data.resolve("elsewhere"));
        Files.copy(data.resolve("master.key"), elsewhere.resolve("master.key"), StandardCopyOption.COPY_ATTRIBUTES);

        assertThat(runIn(elsewhere, "verify")).isOne();
        assertThat(err()).contains(" is not there; ");
        assertThat(elsewhere.toFile().list()).containsExactly("master.key");

        err.reset();
        DriverManager.getConnection("jdbc:h2:file:" + elsewhere.resolve("sallyport"), "sa", "")
                .close();
        assertThat(runIn(elsewhere, "verify")).isOne();
        assertThat(err()).contains(" has no tables of this version; ");

        err.reset();
        edit("DELETE FROM sealed_keys");
        assertThat(run("verify")).isOne();
        assertThat(err()).contains("There is no audit key in this store: ");
    }

    @Test
    void aMasterKeyThatOthersMayReadIsRefusedInASentence() throws IOException {
        Files.setPosixFilePermissions(data.resolve("master.key"), PosixFilePermissions.fromString("rw-r-----"));

        assertThat(run("verify")).isOne();
        assertThat(err()).startsWith("sallyport: ").contains("master.key").hasLineCount(1);
    }

    private Checkpoint checkpoint() {
        try (OpenStores stores = OpenStores.of(StoragePlan.of(configuration(List.of("--data", data.toString()))))) {
            return stores.accounts().checkpoints().list(null, 1).getFirst();
        }
    }

    @Test
    void recordsAreExportedAsJsonLinesBetweenTwoTimes() {
        assertThat(run("export", "--to", "2100-01-01T00:00:00Z")).isZero();
        assertThat(out().lines()).hasSize(3).allMatch(line -> line.startsWith("{\"id\":") && line.endsWith("\"}"));
        assertThat(out()).contains("\"type\":\"account.registered\"", "\"outcome\":\"success\"");

        out.reset();
        assertThat(run("export", "--from", "2100-01-01T00:00:00Z")).isZero();
        assertThat(out()).isEmpty();

        assertThat(run("export", "--from", "1970-01-01T00:00:00Z")).isZero();
        assertThat(out().lines()).hasSize(3);
    }

    @Test
    void whatIsNotWrittenIsNotCalledExported() {
        PrintStream full = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        });

        int status = new Auditing(full, print(err), false, AuditingTest::configuration)
                .run(List.of("audit", "export", "--data", data.toString()));

        assertThat(status).isOne();
        assertThat(err()).isEqualTo("sallyport: Standard output takes no more; not everything was written.\n");
    }

    @Test
    void whatIsNotUnderstoodEndsWithStatusTwo() {
        assertThat(run("export", "--from", "yesterday")).isEqualTo(2);
        assertThat(err()).isEqualTo("sallyport: --from takes a time like 2026-11-22T00:00:00Z.\n");
        assertThat(run("prove")).isEqualTo(2);
        assertThat(run("verify", "--frm", "x")).isEqualTo(2);
    }

    @Test
    void withoutTheMasterKeyNothingIsVerified() throws IOException {
        Files.delete(data.resolve("master.key"));

        assertThat(run("verify")).isEqualTo(2);
        assertThat(err()).contains("There is no master key in ");
    }

    private int run(String... words) {
        return runIn(data, words);
    }

    private int runIn(Path folder, String... words) {
        List<String> all = new ArrayList<>(List.of("audit"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        return new Auditing(print(out), print(err), false, AuditingTest::configuration).run(all);
    }

    private static Configuration configuration(List<String> settings) {
        return Configuration.of(SettingsReader.read(settings, Map.of(), Map.of()));
    }

    private void edit(String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + data.resolve("sallyport"), "sa", "");
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.executeUpdate(one);
            }
        }
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
