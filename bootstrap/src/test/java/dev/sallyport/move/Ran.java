package dev.sallyport.move;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.SettingsReader;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a command said, and its exit status. It ran within the test's own process, with nothing in the environment. */
record Ran(int status, String out, String err) {

    static Ran with(String... words) {
        return with(Map.of(), words);
    }

    static Ran with(Map<String, String> environment, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return with(environment, out, words);
    }

    /** Takes somebody who listens to what is said on the way. */
    static Ran with(Map<String, String> environment, ByteArrayOutputStream out, String... words) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Moving moving = new Moving(
                print(out),
                print(err),
                false,
                settings -> Configuration.of(SettingsReader.read(settings, Map.of(), environment)));
        int status = moving.run(List.of(words));
        return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Ran assertDone() {
        assertThat(status).as("%s%s", out, err).isZero();
        assertThat(err).isEmpty();
        return this;
    }

    /** One sentence, and no word of how it came to it. */
    Ran assertRefused(int expected, String... words) {
        assertThat(status).as("%s%s", out, err).isEqualTo(expected);
        assertThat(err.lines()).hasSize(1);
        assertThat(err)
                .startsWith("sallyport: ")
                .endsWith(".\n")
                .contains(words)
                .doesNotContain("Exception", "dev.sallyport.", "java.");
        return this;
    }

    private static PrintStream print(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
