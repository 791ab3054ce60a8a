package dev.sallyport.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.outage.Deadline;
import dev.sallyport.testkit.journey.RunningService;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sallyport in a process of its own, from the line that says where it listens until it is closed. */
final class ServiceProcess implements RunningService {

    private static final long SECONDS = 60;
    private static final Pattern SET_UP_TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern LISTENS = Pattern.compile("listens on (http:\\S+) after");

    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final CompletableFuture<URI> uri = new CompletableFuture<>();

    private ServiceProcess(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().start(() -> read(process.inputReader()));
        Thread.ofPlatform().daemon().start(() -> read(process.errorReader()));
    }

    /** Without waiting until it listens. */
    static ServiceProcess launch(Launch launch) {
        return new ServiceProcess(launch.start());
    }

    static ServiceProcess start(Launch launch) {
        ServiceProcess service = launch(launch);
        try {
            service.uri();
            return service;
        } catch (AssertionError e) {
            service.close();
            throw e;
        }
    }

    @Override
    public URI uri() {
        try {
            CompletableFuture.anyOf(uri, process.onExit()).get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("It neither started nor ended and said " + output, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
        assertThat(uri).as("where it listens; it said %s", output).isDone();
        return uri.join();
    }

    /** Everything it has written so far, to both streams. */
    List<String> output() {
        return output;
    }

    /** If it has said so already. */
    @Override
    public Optional<String> setUpToken() {
        return output.stream()
                .map(SET_UP_TOKEN::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    void awaitOutput(String words) {
        Deadline.in(Duration.ofSeconds(SECONDS))
                .await(() -> output, lines -> lines.stream().anyMatch(line -> line.contains(words)));
    }

    /** {@code kill}: SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    int awaitEnd() {
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("ends").isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private void read(BufferedReader lines) {
        try (lines) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                Matcher matcher = LISTENS.matcher(line.replace("\\/", "/"));
                if (matcher.find()) {
                    uri.complete(URI.create(matcher.group(1)));
                }
            }
        } catch (IOException killed) {
            output.add("(killed while it spoke)");
        }
    }
}
