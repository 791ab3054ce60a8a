package dev.sallyport.move;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.move.Household;
import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.SettingsReader;
import dev.sallyport.testkit.Belongings;
import dev.sallyport.testkit.People;
import dev.sallyport.wiring.OpenStores;
import dev.sallyport.wiring.StoragePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the H2 database in a data folder to SQLite. */
final class MovingTest {

    @TempDir
    private Path folder;

    private String data = "";
    private String sqlite = "";

    @BeforeEach
    void fill() {
        data = folder.resolve("data").toString();
        sqlite = "jdbc:sqlite:" + folder.resolve("target.db");
        Belongings belongings = Belongings.of(100);
        in(Map.of("SALLYPORT_DATA", data), house -> {
            house.keys().restore(belongings.keys());
            house.roles().restore(belongings.roles());
            house.accounts().restore(belongings.accounts());
            house.apiKeys().restore(belongings.apiKeys());
            house.sessions().restore(belongings.sessions());
            house.oneTimeTokens().restore(belongings.oneTimeTokens());
            house.auditRecords().restore(belongings.auditRecords());
            house.checkpoints().restore(belongings.checkpoints());
            return "";
        });
    }

    @Test
    void theDatabaseInTheDataFolderIsMovedByNamingTheTarget() {
        Ran ran = Ran.with("move", "--data", data, "--to", sqlite).assertDone();

        assertThat(ran.out())
                .containsSubsequence(
                        "From H2 in " + data + " to SQLite at " + folder.resolve("target.db") + ".\n",
                        "Copied 3 keys.\n",
                        "Copied 100 accounts.\n",
                        "Copied 200 audit records.\n",
                        "                      source        target  SHA-256 of what was read back\n",
                        "accounts                 100           100  ",
                        "API keys                  20            20  ",
                        "sessions                  96            96  ",
                        "one-time tokens            10            10  ",
                        "Not compared: 14 sessions and one-time tokens",
                        "Everything has arrived",
                        "the master key it has now")
                .doesNotContain("\r", "DIFFERS");
        assertThat(contents(at(sqlite))).isEqualTo(contents(Map.of("SALLYPORT_DATA", data)));
    }

    @Test
    void whatIsMovedBackIsWhatItWas() {
        List<List<?>> before = contents(Map.of("SALLYPORT_DATA", data));
        String again = folder.resolve("again").toString();
        Ran.with("move", "--data", data, "--to", sqlite).assertDone();

        Ran.with("move", "--from", sqlite, "--data", again).assertDone();

        assertThat(contents(Map.of("SALLYPORT_DATA", again))).isEqualTo(before);
    }

    @Test
    void theSideThatIsNotNamedIsTheConfiguredOne() {
        Ran.with(at(sqlite), "move", "--from", "jdbc:h2:" + Path.of(data).resolve("sallyport"))
                .assertDone();

        assertThat(contents(at(sqlite))).isEqualTo(contents(Map.of("SALLYPORT_DATA", data)));
    }

    @Test
    void tokensAloneMoveWhereAccountsStay() {
        Ran ran = Ran.with("move", "--data", data, "--to-tokens", sqlite).assertDone();

        assertThat(ran.out())
                .contains("Copied 100 sessions.", "Copied 20 one-time tokens.")
                .doesNotContain("accounts  ", "Copied 100 accounts.", "API keys");
        long sessions = in(at(sqlite), house -> house.sessions().count());
        long tokens = in(at(sqlite), house -> house.oneTimeTokens().count());
        long accounts = in(at(sqlite), house -> house.accounts().count());
        assertThat(sessions).isEqualTo(100);
        assertThat(tokens).isEqualTo(20);
        assertThat(accounts).isZero();
    }

    @Test
    void aTargetThatHasSomethingIsRefusedUnlessTheMoveIsResumed() {
        Ran.with("move", "--data", data, "--to", sqlite).assertDone();

        Ran.with("move", "--data", data, "--to", sqlite)
                .assertRefused(
                        1,
                        "SQLite at " + folder.resolve("target.db") + " has 3 keys, 7 roles, 100 accounts, 20 API keys,"
                                + " 100 sessions, 20 one-time tokens, 200 audit records, 1 checkpoints already",
                        "--resume");
        Ran.with("move", "--data", data, "--to", sqlite, "--resume").assertDone();
    }

    @Test
    void whatDoesNotFitBesideTheTargetsOwnIsRefused() {
        Belongings others = Belongings.of(1);
        in(at(sqlite), house -> {
            house.keys().restore(others.keys());
            return "";
        });

        Ran.with("move", "--data", data, "--to", sqlite, "--resume")
                .assertRefused(1, "The keys of H2 in " + data + " do not fit", "empty it and begin anew");
    }

    @Test
    void aTargetThatHasMoreThanTheSourceDiffers() {
        in(at(sqlite), house -> {
            house.accounts().restore(List.of(People.ada()));
            return "";
        });

        Ran ran = Ran.with("move", "--data", data, "--to", sqlite, "--resume").assertRefused(1, "does not have what");

        assertThat(ran.out()).contains("accounts                 100           101  ", "DIFFERS from");
    }

    @Test
    void anAuditRecordThatNobodyCanReadStaysBehindAndIsTold() throws SQLException {
        edit("UPDATE audit_events SET hash = 'x' WHERE id = (SELECT MIN(id) FROM audit_events)");

        Ran ran = Ran.with("move", "--data", data, "--to", sqlite)
                .assertRefused(
                        1, "H2 in " + data + " has more than could be read", "(1 audit records)", "audit verify");

        assertThat(ran.out())
                .contains("audit records            199           199  ", "Everything that can be read has arrived");
    }

    private void edit(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + data + "/sallyport", "sa", "");
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isOne();
        }
    }

    @Test
    void anEmptySourceIsTakenForAMistake() {
        Ran.with("move", "--data", folder.resolve("elsewhere").toString(), "--to", sqlite)
                .assertRefused(1, "H2 in " + folder.resolve("elsewhere") + " has nothing to move");
    }

    @Test
    void anExportIsImportedAsItWas() {
        String file = folder.resolve("backup.ndjson").toString();

        Ran export = Ran.with("export", "--data", data, "--file", file).assertDone();
        Ran.with("import", "--file", file, "--to", sqlite).assertDone();

        assertThat(export.out()).contains("to " + file + ".", "Everything has arrived", "password hashes");
        assertThat(contents(at(sqlite))).isEqualTo(contents(Map.of("SALLYPORT_DATA", data)));
    }

    @Test
    void anImportIsResumed() {
        String file = folder.resolve("backup.ndjson").toString();
        Ran.with("export", "--data", data, "--file", file).assertDone();
        Ran.with("import", "--file", file, "--to", sqlite).assertDone();

        Ran.with("import", "--file", file, "--to", sqlite).assertRefused(1, "already");
        Ran.with("import", "--file", file, "--to", sqlite, "--resume").assertDone();
    }

    @Test
    void anEditedFileIsRefusedBeforeAnythingIsWritten() throws IOException {
        Path file = folder.resolve("backup.ndjson");
        Ran.with("export", "--data", data, "--file", file.toString()).assertDone();
        Files.writeString(file, Files.readString(file).replace("SUSPENDED", "ACTIVE"));

        Ran.with("import", "--file", file.toString(), "--to", sqlite).assertRefused(1, file + ", line 453, ");

        assertThat(folder.resolve("target.db")).doesNotExist();
    }

    @Test
    void anExportThatFailsLeavesNoFile() {
        Path file = folder.resolve("backup.ndjson");

        Ran.with("export", "--data", folder.resolve("elsewhere").toString(), "--file", file.toString())
                .assertRefused(1, "has nothing to move");

        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.txt"), "mine");

        Ran.with("export", "--data", data, "--file", file.toString()).assertRefused(1, "it is there already");

        assertThat(file).hasContent("mine");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            move --to                                | --to needs a value after it
            move --to=                               | --to needs a value after it
            move --to a --to b                       | --to is given twice
            move --form a                            | "--form" is no option of move; ./sallyport move --help lists them
            move --file a                            | "--file" is no option of move
            move everything                          | "everything" is no option of move
            move                                     | Source and target are the same
            move --from jdbc:h2:mem:a --to jdbc:h2:mem:a | Source and target are the same
            move --to memory:                        | gone when this command ends
            move --to-tokens memory:                 | gone when this command ends
            move --to oracle:x:s3cret                | --to has a value that is not allowed; allowed: jdbc:postgresql:
            move --from-tokens oracle:x:s3cret --to jdbc:h2:mem:a | --from-tokens has a value that is not allowed
            move --to redis://localhost              | --to names Redis, which keeps tokens only
            move --to jdbc:h2:mem:a --port x         | sallyport.port (SALLYPORT_PORT)
            move --to jdbc:h2:mem:a --resume=false    | --resume takes no value
            export                                   | Say which file with --file
            export --resume --file a                 | "--resume" is no option of export
            export --to jdbc:h2:mem:a --file a       | "--to" is no option of export
            import --file a --from b                 | "--from" is no option of import
            import --to jdbc:h2:mem:a                | Say which file with --file
            """)
    void whatIsNotUnderstoodIsSaidInOneSentenceWithStatusTwo(String words, String why) {
        Ran ran = Ran.with(words.split(" ", -1)).assertRefused(2, why);

        assertThat(ran.err()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"move", "export", "import"})
    void theHelpNamesEveryOption(String word) {
        Command command = Command.of(word).orElseThrow();

        Ran ran = Ran.with(word, "--to", "--help").assertDone();

        assertThat(Command.Option.values()).allSatisfy(option -> {
            if (command.has(option)) {
                assertThat(ran.out()).contains("  " + option.argument() + " ");
            } else {
                assertThat(ran.out()).doesNotContain("  " + option.argument() + " ");
            }
        });
    }

    private static Map<String, String> at(String url) {
        return Map.of("SALLYPORT_STORAGE_ACCOUNTS_URL", url);
    }

    private static List<List<?>> contents(Map<String, String> environment) {
        return in(
                environment,
                house -> List.of(
                        house.keys().after("").toList(),
                        house.roles().after("").toList(),
                        house.accounts().after("").toList(),
                        house.apiKeys().after("").toList(),
                        house.sessions().after("").toList(),
                        house.oneTimeTokens().after("").toList(),
                        house.auditRecords().after("").toList(),
                        house.checkpoints().after("").toList()));
    }

    private static <T> T in(Map<String, String> environment, Function<Household, T> visit) {
        StoragePlan plan = StoragePlan.of(Configuration.of(SettingsReader.read(List.of(), Map.of(), environment)));
        try (OpenStores stores = OpenStores.of(plan)) {
            return visit.apply(stores.household());
        }
    }
}
