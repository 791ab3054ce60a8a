package dev.sallyport.testkit.backend;

import dev.sallyport.testkit.backend.Source.Provided;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import redis.clients.jedis.Jedis;
import redis.embedded.core.ExecutableProvider;

/** A Redis of one's own from its binary, until it is closed or the JVM ends. */
public final class RedisBinary implements AutoCloseable {

    private static final int ATTEMPTS = 5;

    /** Where a node's cluster bus listens, counted from its port. */
    private static final int BUS = 10_000;

    private final Process process;
    private final int port;

    private RedisBinary(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one that answers when this returns, persists nothing and has a thousand logical databases.
     *
     * @param config lines as in redis.conf: {@code "maxmemory-policy allkeys-lru"}
     */
    public static RedisBinary start(String... config) {
        Path folder = ServerFiles.newDataFolder("redis");
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            RedisBinary server = launch(folder, config);
            if (server.becomesReady()) {
                return server;
            }
            // Somebody else was quicker to take the port.
        }
        throw new IllegalStateException("Redis does not start with " + List.of(config));
    }

    static Provided startForTests() {
        RedisBinary server = start();
        return new Provided(ServerUrl.of(server.url()), "real binary " + server.version(), true);
    }

    /** {@code redis://127.0.0.1:port/0}. */
    public String url() {
        return "redis://127.0.0.1:" + port + "/0";
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    Jedis connect() {
        return new Jedis(URI.create(url()));
    }

    String version() {
        try (Jedis jedis = connect()) {
            return jedis.info("server")
                    .lines()
                    .filter(line -> line.startsWith("redis_version:"))
                    .map(line -> line.substring(line.indexOf(':') + 1))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static RedisBinary launch(Path folder, String... config) {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(program().toString(), "-"));
        List<String> lines = new ArrayList<>(List.of(
                "port " + port,
                "bind 127.0.0.1",
                "dir " + folder,
                "databases 1000",
                "maxclients 2000",
                "save \"\"",
                "appendonly no"));
        lines.addAll(List.of(config));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            RedisBinary server = new RedisBinary(process, port);
            AtExit.run(server::close);
            try (var input = process.outputWriter()) {
                input.write(String.join("\n", lines) + "\n");
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean becomesReady() {
        BufferedReader output = process.inputReader();
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.contains("Ready to accept connections")) {
                    Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path program() {
        Path folder = ServerFiles.program("redis", RedisBinary::unpack);
        return folder.resolve("redis-server");
    }

    private static void unpack(Path folder) throws IOException {
        Path unpacked =
                ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
        Files.move(unpacked, folder.resolve("redis-server"));
    }

    /** One whose {@link #BUS} is a port too, and free as well. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
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
