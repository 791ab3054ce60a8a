package dev.sallyport.adapters.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.testkit.Race;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MasterKeyTest {

    private static final byte[] BYTES = HexFormat.of().parseHex("fbff" + "00".repeat(29) + "7f");

    @TempDir
    Path folder;

    @Test
    void readsAllThatPeopleWrite() {
        List<String> texts = List.of(
                Base64.getEncoder().encodeToString(BYTES),
                Base64.getEncoder().withoutPadding().encodeToString(BYTES),
                Base64.getUrlEncoder().encodeToString(BYTES),
                HexFormat.of().formatHex(BYTES),
                HexFormat.of().withUpperCase().formatHex(BYTES),
                "  " + HexFormat.of().formatHex(BYTES) + "\n");

        assertThat(texts)
                .allSatisfy(text ->
                        assertThat(MasterKey.fromText(text).aes().getEncoded()).isEqualTo(BYTES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "AAAA", "00", "not base64!", "===", "é"})
    void refusesAnyOtherLengthOrForm(String text) {
        assertThatThrownBy(() -> MasterKey.fromText(text))
                .isInstanceOf(KeyFileException.class)
                .hasMessage("The master key given as text is not 32 bytes as base64 or 64 hexadecimal digits; "
                        + "make one with `openssl rand -base64 32` and give its output.");
    }

    @Test
    void masksItself() {
        assertThat(MasterKey.fromText("ab".repeat(32))).hasToString("MasterKey[***]");
    }

    @Test
    void makesAFileForItsOwnerAloneAndFindsItAgain() throws IOException {
        Path file = folder.resolve("data/master.key");

        MasterKey first = MasterKey.loadOrGenerate(file, new SecureRandom());
        MasterKey afterRestart = MasterKey.loadOrGenerate(file, new SecureRandom());

        assertThat(afterRestart.aes()).isEqualTo(first.aes());
        assertThat(first.generated()).isTrue();
        assertThat(afterRestart.generated()).isTrue();
        assertThat(MasterKey.fromFile(file).generated()).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> left = Files.list(file.resolveSibling(""))) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void ofManyThatGenerateAtOnceAllGetTheSame() {
        Path file = folder.resolve("master.key");

        List<String> keys = Race.of(
                32,
                number -> HexFormat.of()
                        .formatHex(MasterKey.loadOrGenerate(file, new SecureRandom())
                                .aes()
                                .getEncoded()));

        assertThat(keys.stream().distinct()).hasSize(1);
    }

    @Test
    void aFileSomebodyWroteWasNotGenerated() throws IOException {
        Path file = written("# ours, kept in the safe\n\n" + HexFormat.of().formatHex(BYTES) + "\n", "rw-------");

        MasterKey key = MasterKey.loadOrGenerate(file, new SecureRandom());

        assertThat(key.aes().getEncoded()).isEqualTo(BYTES);
        assertThat(key.generated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw-----w-", "rw----r--", "rw--w----"})
    void refusesAFileThatOthersMayReadOrWrite(String permissions) throws IOException {
        Path file = written(HexFormat.of().formatHex(BYTES), permissions);

        assertThatThrownBy(() -> MasterKey.fromFile(file))
                .isInstanceOf(KeyFileException.class)
                .hasMessage("The master key file " + file
                        + " is open to others than its owner; close it with `chmod 600 " + file + "`.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a comment\n", "c2hvcnQ=\n", "AAAA\nAAAA\n"})
    void refusesAFileWithoutAKey(String content) throws IOException {
        Path file = written(content, "rw-------");

        assertThatThrownBy(() -> MasterKey.loadOrGenerate(file, new SecureRandom()))
                .isInstanceOf(KeyFileException.class)
                .hasMessageStartingWith("The master key file " + file + " is not 32 bytes")
                .hasMessageEndingWith("give its output.");
    }

    @Test
    void refusesAHugeFile() throws IOException {
        Path file = written("A".repeat(5000), "rw-------");

        assertThatThrownBy(() -> MasterKey.fromFile(file)).isInstanceOf(KeyFileException.class);
    }

    @Test
    void saysThatAFileIsNotThere() {
        Path file = folder.resolve("absent.key");

        assertThatThrownBy(() -> MasterKey.fromFile(file))
                .isInstanceOf(KeyFileException.class)
                .hasMessageStartingWith("The master key file " + file + " does not exist; create it with")
                .hasMessageEndingWith("or correct the path.");
    }

    @Test
    void saysThatAFileCannotBeMade() throws IOException {
        Path occupied = written("a file where a folder should be", "rw-------");

        assertThatThrownBy(() -> MasterKey.loadOrGenerate(occupied.resolve("master.key"), new SecureRandom()))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("cannot be created")
                .hasMessageEndingWith("or give a master key of your own.");
    }

    private Path written(String content, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("written.key"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
