package dev.sallyport.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What a process that ended by itself left behind. */
record Ended(int status, String out, String err) {

    private static final long SECONDS = 30;

    static Ended of(Launch launch) {
        Process process = launch.start();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> out = readers.submit(() -> text(process.getInputStream()));
            Future<String> err = readers.submit(() -> text(process.getErrorStream()));
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.toHandle().destroyForcibly(); // the process itself would close what is being read
                throw new AssertionError("does not end by itself; it said " + out.get());
            }
            return new Ended(process.exitValue(), out.get(), err.get());
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
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

    private static String text(InputStream stream) throws IOException {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
