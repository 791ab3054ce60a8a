package dev.sallyport.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.SettingsReader;
import dev.sallyport.testkit.Belongings;
import dev.sallyport.wiring.OpenStores;
import dev.sallyport.wiring.StoragePlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands in a process of their own. */
final class MoveProcessTest {

    @TempDir
    private Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private Launch move(String... more) {
        return Launch.with("move", "--data", data().toString(), "--to", "jdbc:sqlite:" + folder.resolve("target.db"))
                .and(more);
    }

    @Test
    void aDatabaseThatAServiceUsesIsNotMoved() {
        try (ServiceProcess service = ServiceProcess.start(Launch.on(data()))) {
            assertThat(service.uri()).isNotNull();

            Ended.of(move()).assertRefused(data().toString(), "in use by another process; stop");
        }
    }

    @Test
    void aMoveThatIsKilledIsResumed() throws Exception {
        fill();
        killAtTheFirstLineThatSays("Copied 2,000 accounts.");
        Ended again = Ended.of(move());
        Ended resumed = Ended.of(move("--resume"));

        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains("already", "--resume");
        assertThat(resumed.status()).as(resumed.err()).isZero();
        assertThat(resumed.out()).contains("Everything has arrived").doesNotContain("WARN", "INFO");
    }

    @Test
    void whatIsNotUnderstoodEndsWithStatusTwo() {
        Ended ended = Ended.of(Launch.with("move", "--frm", "x"));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err())
                .isEqualTo("sallyport: \"--frm\" is no option of move; ./sallyport move --help lists them.\n");
    }

    private void fill() {
        Belongings belongings = Belongings.of(2_000);
        try (OpenStores stores = OpenStores.of(StoragePlan.of(
                Configuration.of(SettingsReader.read(List.of("--data", data().toString()), Map.of(), Map.of()))))) {
            stores.household().accounts().restore(belongings.accounts());
            stores.household().auditRecords().restore(belongings.auditRecords());
            stores.household().checkpoints().restore(belongings.checkpoints());
        }
    }

    private void killAtTheFirstLineThatSays(String words) throws IOException, InterruptedException {
        Process process = move().start();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null && !line.contains(words); line = lines.readLine()) {
                assertThat(line).doesNotContain("audit records.");
            }
        }
        process.destroyForcibly().waitFor();
    }
}
