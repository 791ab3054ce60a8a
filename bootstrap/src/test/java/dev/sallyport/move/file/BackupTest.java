package dev.sallyport.move.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sallyport.application.move.Household;
import dev.sallyport.application.move.MoveHouse.Result;
import dev.sallyport.testkit.Belongings;
import dev.sallyport.testkit.People;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class BackupTest {

    private final Household house = Houses.with(Belongings.of(600));

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("backup.ndjson");
    }

    @Test
    void whatIsExportedIsImportedAsItWas() {
        Household target = Houses.empty();
        Houses.export(house, file());

        Result result = Houses.move(Backup.check(file()), target);

        assertThat(result).isInstanceOf(Result.Moved.class);
        assertThat(Houses.contents(target)).isEqualTo(Houses.contents(house));
    }

    @Test
    void whatIsWrittenIsReadBackBeforeTheEnd() {
        try (BackupWriter backup = BackupWriter.create(file())) {
            assertThat(Houses.move(house, backup.household())).isInstanceOf(Result.Moved.class);
            assertThat(Houses.contents(backup.household())).isEqualTo(Houses.contents(house));
        }
    }

    @Test
    void readingBeginsAfterAnId() {
        Houses.export(house, file());
        Household backup = Backup.check(file());
        String third = house.accounts()
                .idOf(house.accounts().after("").skip(2).findFirst().orElseThrow());

        assertThat(backup.accounts().after(third))
                .containsExactlyElementsOf(house.accounts().after(third).toList());
        assertThat(backup.accounts().count()).isEqualTo(600);
    }

    @Test
    void twoExportsOfOneHouseAreOneText() throws IOException {
        Path one = Houses.export(house, file());
        Path another = Houses.export(house, folder.resolve("another.ndjson"));

        assertThat(Files.mismatch(one, another)).isEqualTo(-1);
    }

    @Test
    void everyRecordIsALineOfItsKind() throws IOException {
        Houses.export(house, file());

        List<String> lines = Files.readAllLines(file());

        assertThat(lines).hasSize(1 + 3 + 7 + 600 + 120 + 600 + 120 + 1_200 + 1 + 1);
        assertThat(lines.getFirst()).isEqualTo("{\"format\":\"sallyport-backup\",\"version\":2}");
        assertThat(kinds(lines.subList(1, lines.size())))
                .containsExactly(
                        "key",
                        "role",
                        "account",
                        "api_key",
                        "session",
                        "one_time_token",
                        "audit_record",
                        "checkpoint",
                        "end");
    }

    @Test
    void theLastLineSaysWhatAnybodyCanCount() throws Exception {
        Houses.export(house, file());
        List<String> lines = Files.readAllLines(file());

        String accounts = lines.stream()
                .filter(line -> line.startsWith("{\"kind\":\"account\""))
                .map(line -> line + "\n")
                .collect(Collectors.joining());

        assertThat(lines.getLast()).contains("\"account_count\":600,\"account_sha256\":\"" + sha256(accounts) + "\"");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFileIsForItsOwnerAlone() throws IOException {
        Houses.export(house, file());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws IOException {
        Files.writeString(file(), "mine");

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> BackupWriter.create(file()))
                .withMessageContaining("it is there already");

        assertThat(file()).hasContent("mine");
    }

    @Test
    void aFileThatIsNotFinishedGoes() {
        try (BackupWriter backup = BackupWriter.create(file())) {
            backup.household().roles().restore(Belongings.of(0).roles().subList(0, 1));
        }

        assertThat(file()).doesNotExist();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> Backup.check(file()))
                .withMessage(file() + " cannot be used: there is no such file or folder.");
    }

    @Test
    void recordsAreWrittenInOrderOrNotAtAll() {
        try (BackupWriter backup = BackupWriter.create(file())) {
            Household target = backup.household();
            target.accounts().restore(List.of(People.ada()));
            target.auditRecords().restore(Belongings.of(1).auditRecords().subList(0, 1));

            assertThatIllegalStateException().isThrownBy(() -> target.accounts().restore(List.of(People.grace())));
            assertThatIllegalStateException()
                    .isThrownBy(() -> target.auditRecords()
                            .restore(target.auditRecords().after("").toList()));
        }
    }

    private static List<String> kinds(List<String> lines) {
        return lines.stream()
                .map(line -> line.substring("{\"kind\":\"".length(), line.indexOf("\",")))
                .distinct()
                .toList();
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
