package dev.sallyport.move;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.move.Kind;
import dev.sallyport.application.move.Progress;
import dev.sallyport.application.move.Progress.Stage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aBarShowsHowMuchIsDoneAndHowFastItGoes() {
        String bar = ProgressLine.bar(
                new Progress(Stage.COPYING, Kind.ACCOUNTS, 42_000, 100_000),
                Duration.ofSeconds(12).toNanos());

        assertThat(bar).isEqualTo("Copying accounts  [##########..............]  42,000 of 100,000  3,500/s");
    }

    @Test
    void aBarIsFullAtTheEndThoughThereWasMoreThanWasCounted() {
        assertThat(ProgressLine.bar(new Progress(Stage.READING_TARGET, Kind.ROLES, 7, 5), 0))
                .isEqualTo("Checking the copies of roles  [########################]  7 of 7");
    }

    @Test
    void onATerminalOneLineIsDrawnAgainAndWipedAtTheEnd() {
        try (ProgressLine line = line(true)) {
            line.accept(new Progress(Stage.COPYING, Kind.ACCOUNTS, 500, 1_000));
        }

        assertThat(printed()).endsWith("\r\033[K").contains("500 of 1,000").doesNotContain("\n");
    }

    @Test
    void elsewhereThereIsALineForEachKindThatWasCopied() {
        try (ProgressLine line = line(false)) {
            line.accept(new Progress(Stage.COPYING, Kind.KEYS, 3, 3));
            line.accept(new Progress(Stage.COPYING, Kind.ACCOUNTS, 500, 1_000));
            line.accept(new Progress(Stage.COPYING, Kind.ACCOUNTS, 1_000, 1_000));
            line.accept(new Progress(Stage.READING_SOURCE, Kind.KEYS, 3, 3));
            line.accept(new Progress(Stage.READING_TARGET, Kind.KEYS, 3, 3));
        }

        assertThat(printed()).isEqualTo("Copied 3 keys.\nCopied 1,000 accounts.\n");
    }

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(new PrintStream(out, true, StandardCharsets.UTF_8), terminal);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
