package dev.sallyport.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What a process that ended by itself left behind. */
record Ended(int status, String out, String err) {

    private static final long SECONDS = 60;

    static Ended of(Launch launch) {
        Process process = launch.start();
        CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
        String err = text(process.getErrorStream());
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("ends by itself").isTrue();
            return new Ended(process.exitValue(), out.join(), err);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Status 1, one sentence on the standard error stream, and nothing else but what was worth knowing anyway. */
    void assertRefused(String... words) {
        assertThat(err.lines()).as("standard error").hasSize(1);
        assertThat(err)
                .startsWith("sallyport: ")
                .endsWith(".\n")
                .contains(words)
                .doesNotContain("Exception", "dev.sallyport.", "org.h2", "java.");
        assertThat(status).isEqualTo(1);
        assertThat(out.lines().filter(line -> !line.contains("Made a master key")))
                .as("standard output")
                .isEmpty();
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
