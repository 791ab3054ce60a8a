package dev.sallyport.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.journey.StartedService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in the way of a start: one sentence with the cause and the way out, status 1, and no stack trace. */
final class RefusedStartTest {

    private static final String KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static final String OTHER_KEY = KEY.replace('0', 'f');

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void nameTheDataFolder() {
        data = folder.resolve("data");
    }

    @Test
    void aPortThatAnotherProcessListensOn() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());

            Ended.of(Launch.with("--data", data.toString(), "--port", port))
                    .assertRefused("127.0.0.1:" + port, "another process does", "--port");
        }
    }

    @Test
    void anAddressOfAnotherMachine() {
        Ended.of(Launch.on(data, "--host", "192.0.2.1", "--storage.accounts.url", "memory:"))
                .assertRefused("192.0.2.1:0", "it is no address of this machine", "--host");
    }

    @Test
    void aNameThatNobodyHas() {
        Ended.of(Launch.on(data, "--host", "nobody.invalid", "--storage.accounts.url", "memory:"))
                .assertRefused("nobody.invalid has no address", "--host");
    }

    @Test
    void aDataFolderThatAnotherSallyportUses() {
        try (StartedService other = StartedService.with(Map.of("data", data.toString()))) {
            Ended.of(Launch.on(data)).assertRefused(data.toString(), "in use by another process");

            other.api().get("/health").expect(200);
        }
    }

    @Test
    void aDatabaseFileWithAnotherContent() throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("sallyport.mv.db"), "This is not a database. ".repeat(1000));

        Ended.of(Launch.on(data)).assertRefused(data.toString(), "is damaged", "backup");
    }

    @Test
    void aDatabaseFileThatEndsTooEarly() throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("sallyport.mv.db"), "H:2,block:8");

        Ended.of(Launch.on(data)).assertRefused(data.toString(), "is damaged", "backup");
    }

    @Test
    void aDataFolderThatIsAFile() throws IOException {
        Files.writeString(data, "a file");

        Ended.of(Launch.on(data)).assertRefused(data.toString(), "no folder", "--data");
    }

    @Test
    void aDataFolderBelowAFile() throws IOException {
        Files.writeString(data, "a file");

        Ended.of(Launch.on(data.resolve("deeper"))).assertRefused(data.toString(), "Not a directory", "--data");
    }

    /** /proc takes no folders, not even root's. */
    @Test
    void aDataFolderWhereNobodyMayWrite() {
        Ended.of(Launch.on(Path.of("/proc/sallyport"))).assertRefused("/proc/sallyport", "cannot be made", "--data");
    }

    @Test
    void aFullDisk() throws IOException {
        try (TinyDisk disk = TinyDisk.mount(Files.createDirectories(data), "16k")) {
            Ended.of(Launch.on(data)).assertRefused("no space left", disk.root().toString(), "--data");
        }
    }

    /** A folder, since root may read every file. */
    @Test
    void aKeyFileThatCannotBeRead() throws IOException {
        Path key = Files.createDirectory(
                folder.resolve("key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));

        Ended.of(Launch.on(data, "--master-key-file", key.toString()))
                .assertRefused("master key file " + key, "cannot be read");
    }

    @Test
    void aKeyFileThatOthersMayRead() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), KEY);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));

        Ended.of(Launch.on(data, "--master-key-file", key.toString()))
                .assertRefused(key.toString(), "open to others", "chmod 600 " + key);
    }

    @Test
    void aKeyFileWithTooShortAKey() throws IOException {
        Path key = keyFile(KEY.substring(2));

        Ended.of(Launch.on(data, "--master-key-file", key.toString()))
                .assertRefused(key.toString(), "32 bytes", "openssl rand -base64 32");
    }

    @Test
    void anotherMasterKeyThanTheDatabaseIsUsedWith() throws IOException {
        StartedService.with(Map.of("data", data.toString(), "master-key", KEY)).close();

        Ended.of(Launch.on(data)
                        .withVariable(
                                "SALLYPORT_MASTER_KEY_FILE", keyFile(OTHER_KEY).toString()))
                .assertRefused("master key", "first used with");
    }

    @Test
    void anUnknownOption() {
        Ended.of(Launch.with("--prot", "1")).assertRefused("no setting --prot", "--port");
    }

    @Test
    void anUnknownVariable() {
        Ended.of(Launch.with().withVariable("SALLYPORT_PROT", "1"))
                .assertRefused("no setting SALLYPORT_PROT", "SALLYPORT_PORT");
    }

    @Test
    void productionWithTheDefaultsAndNothingIsLeftBehind() {
        Ended.of(Launch.on(data).withVariable("SALLYPORT_ENVIRONMENT", "production"))
                .assertRefused("SALLYPORT_MASTER_KEY_FILE");

        assertThat(data).doesNotExist();
    }

    @Test
    void aSchemeThatNoAdapterServes() {
        Ended.of(Launch.on(data, "--storage.accounts.url", "jdbc:oracle:thin:system/manager@db"))
                .assertRefused("SALLYPORT_STORAGE_ACCOUNTS_URL", "memory:");
    }

    private Path keyFile(String content) throws IOException {
        Path key = folder.resolve("key");
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(key, content, StandardOpenOption.WRITE);
    }
}
