package dev.sallyport.move.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.testkit.Belongings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines of the file: 1 the first, 2 to 4 keys, 5 to 11 roles, 12 to 15 accounts, 16 to 19 sessions, 20 to 27 events, 28 the last. */
final class DamagedBackupTest {

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private List<String> lines = List.of();

    @BeforeEach
    void export() throws IOException {
        file = Houses.export(Houses.with(Belongings.of(4)), folder.resolve("backup.ndjson"));
        lines = Files.readAllLines(file);
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                edit(
                        12,
                        "has a member nobody knows, \"admin\"",
                        line -> line.replace("\"scope\"", "\"admin\":true,\"scope\"")),
                edit(12, "has no member \"email\"", line -> line.replace("\"email\"", "\"emil\"")),
                edit(
                        12,
                        "has no member \"version\", or it is of another type",
                        line -> line.replace("\"version\":42", "\"version\":\"42\"")),
                edit(12, "has a \"status\" nobody knows", line -> line.replace("SUSPENDED", "ROOT")),
                edit(12, "has a value that cannot be", line -> line.replace("@example.org", "@")),
                edit(12, "is no JSON object", line -> line.replace("{\"kind\"", "{kind")),
                edit(
                        12,
                        "is no JSON object, or has a member twice",
                        line -> line.replace("\"scope\"", "\"version\":1,\"scope\"")),
                edit(12, "goes on after its JSON object", line -> line + "{}"),
                edit(12, "is not as Sallyport writes it", line -> line.replace("\":", "\": ")),
                edit(12, "is not as Sallyport writes it", line -> line + "\r"),
                edit(12, "is of kind \"acount\"", line -> line.replace("\"account\"", "\"acount\"")),
                edit(13, "is of kind \"role\", which is unknown or belongs further up", line -> "{\"kind\":\"role\"}"),
                edit(
                        22,
                        "has a \"type\" nobody knows",
                        line -> line.replaceFirst("\"type\":\"[^\"]+\"", "\"type\":\"x\"")),
                edit(
                        22,
                        "has something else where a text belongs",
                        line -> line.replaceFirst("\"details\":\\{.*", "\"details\":{\"a\":1}}")),
                edit(
                        22,
                        "has a value of no known type",
                        line -> line.replace("\"request_id\"", "\"a\":null,\"request_id\"")),
                edit(1, "is not the beginning of a backup", line -> "{\"format\":\"csv\"}"),
                edit(1, "says version 1, and this Sallyport reads 2 only", line -> line.replace("2", "1")),
                edit(
                        31,
                        "counts 5 lines of kind account, and there are 4",
                        line -> line.replace("\"account_count\":4", "\"account_count\":5")),
                edit(
                        31,
                        "has another digest of the lines of kind account than they have",
                        line -> line.replaceFirst("\"account_sha256\":\".{8}", "\"account_sha256\":\"00000000")));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void anEditIsRefusedWithTheNumberOfItsLine(int number, String why, UnaryOperator<String> edit) throws IOException {
        List<String> edited = new ArrayList<>(lines);
        edited.set(number - 1, edit.apply(lines.get(number - 1)));
        write(edited);

        assertRefused("line " + number + ", " + why);
    }

    @Test
    void aValueThatIsChangedForAnotherIsNoticedAtTheEnd() throws IOException {
        List<String> edited = new ArrayList<>(lines);
        edited.set(11, lines.get(11).replace("MODERATOR", "SUPER_ADMIN"));
        write(edited);

        assertRefused("line 31, has another digest of the lines of kind account");
    }

    @Test
    void aFileThatIsCutOffIsRefusedWhereverThatHappened() throws IOException {
        for (int kept = 0; kept < lines.size(); kept++) {
            write(lines.subList(0, kept));

            assertRefused("line " + (kept + 1) + ", is missing, since the file was cut off");
        }
    }

    @Test
    void aLineThatIsCutOffHasNoEnd() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));

        assertRefused("line 31, has no end");
    }

    @Test
    void aLineThatIsLeftOutOrDoubledOrMovedIsRefused() throws IOException {
        for (int number = 2; number < lines.size(); number++) {
            List<String> leftOut = new ArrayList<>(lines);
            leftOut.remove(number - 1);
            write(leftOut);
            assertRefused("line 30, counts ");

            List<String> doubled = new ArrayList<>(lines);
            doubled.add(number, lines.get(number - 1));
            write(doubled);
            assertRefused("line " + (number + 1) + ", is out of order");
        }
    }

    @Test
    void whatFollowsTheLastLineIsRefused() throws IOException {
        List<String> longer = new ArrayList<>(lines);
        longer.add("");
        write(longer);

        assertRefused("line 32, follows the last one");
    }

    @Test
    void whatIsNotUtf8IsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        whole[whole.length - 3] = (byte) 0xC3;
        Files.write(file, whole);

        assertRefused("line 31, is not in UTF-8");
    }

    @Test
    void aFileWithoutLinesIsRefusedBeforeItFillsTheMemory() throws IOException {
        Files.write(file, new byte[(1 << 20) + 1]);

        assertRefused("line 1, has no end after 1048576 bytes");
    }

    @Test
    void noChangeOfASingleByteGoesUnnoticed() throws IOException {
        Path small = Houses.export(Houses.with(Belongings.of(1)), folder.resolve("small.ndjson"));
        byte[] whole = Files.readAllBytes(small);

        assertThat(IntStream.range(0, whole.length)).allSatisfy(position -> {
            byte[] changed = whole.clone();
            changed[position] ^= 1;
            Files.write(file, changed);
            assertThatExceptionOfType(BackupException.class).isThrownBy(() -> Backup.check(file));
        });
    }

    private static Arguments edit(int number, String why, UnaryOperator<String> edit) {
        return Arguments.of(number, why, edit);
    }

    private void write(List<String> edited) throws IOException {
        StringBuilder text = new StringBuilder();
        edited.forEach(line -> text.append(line).append('\n'));
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private void assertRefused(String why) {
        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> Backup.check(file))
                .withMessageContaining(file + ", " + why);
    }
}
