package dev.sallyport.testkit.backend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/** A server in a process of its own, from the line that says it is ready until it is closed or the JVM ends. */
final class ServerProcess implements AutoCloseable {

    static final int ATTEMPTS = 5;

    /** Where the bus of a node of a Redis Cluster listens, counted from its port. */
    private static final int BUS = 10_000;

    private final Process process;
    private final Watch watch;
    private final int port;

    private ServerProcess(Process process, Path folder, int port) {
        this.process = process;
        this.watch = Watch.over(process.pid(), folder);
        this.port = port;
        AtExit.run(this::close);
    }

    /**
     * Starts it on a free port; on another one if somebody else was quicker to take that.
     *
     * @param folder where its data is
     * @param command what to run for a port
     * @param ready part of the line by which it says that it is
     */
    static ServerProcess start(Path folder, IntFunction<ProcessBuilder> command, String ready) {
        List<String> output = new ArrayList<>();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = freePort();
            Optional<ServerProcess> started = launch(command.apply(port), folder, port, ready, output);
            if (started.isPresent()) {
                return started.get();
            }
        }
        throw new IllegalStateException("The server does not start:\n" + String.join("\n", output));
    }

    int port() {
        return port;
    }

    /** By force: nobody needs its data. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        watch.callOff();
    }

    private static Optional<ServerProcess> launch(
            ProcessBuilder command, Path folder, int port, String ready, List<String> output) {
        try {
            Process process = command.redirectErrorStream(true).start();
            ServerProcess server = new ServerProcess(process, folder, port);
            BufferedReader lines = process.inputReader();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.contains(ready)) {
                    readOn(lines);
                    return Optional.of(server);
                }
            }
            server.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server whose output nobody reads stands still one day. No virtual thread: one that reads a pipe keeps its carrier. */
    private static void readOn(BufferedReader lines) {
        Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(line -> {}));
    }

    /** Below those the system hands out by itself, and so that {@link #BUS} leads to a free one as well. */
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 22_768);
            if (isFree(port) && isFree(port + BUS)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
