package dev.sallyport.testkit.backend;

import dev.sallyport.testkit.backend.Source.Provided;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import redis.clients.jedis.Jedis;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/** A Redis of one's own from its binary, until it is closed or the JVM ends. */
public final class RedisBinary implements AutoCloseable {

    private static final String PROGRAM = "redis-server";

    private static final String READY = "Ready to accept connections";

    private final String scheme;
    private final ServerProcess process;

    private RedisBinary(String scheme, ServerProcess process) {
        this.scheme = scheme;
        this.process = process;
    }

    /**
     * Starts one that answers when this returns, persists nothing and has a thousand logical databases.
     *
     * @param config lines as in redis.conf: {@code "maxmemory-policy allkeys-lru"}
     */
    public static RedisBinary start(String... config) {
        Path folder = ServerFiles.newDataFolder("redis");
        return new RedisBinary("redis", ServerProcess.start(folder, port -> server(folder, port, config), READY));
    }

    /**
     * Starts one that speaks TLS and nothing else.
     *
     * @param certificate in PEM, as the key
     */
    public static RedisBinary startWithTls(Path certificate, Path key) {
        Path folder = ServerFiles.newDataFolder("redis");
        return new RedisBinary(
                "rediss",
                ServerProcess.start(folder, port -> server(folder, port, tlsOnly(port, certificate, key)), READY));
    }

    /**
     * Starts a Sentinel.
     *
     * @param config lines as in sentinel.conf: {@code "sentinel monitor master 127.0.0.1 6379 1"}
     */
    public static RedisBinary startSentinel(String... config) {
        Path folder = ServerFiles.newDataFolder("sentinel");
        return new RedisBinary(
                "redis", ServerProcess.start(folder, port -> sentinel(folder, port, config), "Sentinel ID is"));
    }

    static Provided startForTests() {
        RedisBinary server = start();
        return new Provided(ServerUrl.of(server.url()), "real binary " + server.version());
    }

    /** {@code redis://127.0.0.1:port/0}, and with TLS {@code rediss://}. */
    public String url() {
        return scheme + "://127.0.0.1:" + process.port() + "/0";
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), process.port());
    }

    @Override
    public void close() {
        process.close();
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

    private static ProcessBuilder server(Path folder, int port, String... config) {
        return new ProcessBuilder(program(), configuration(folder, port, config));
    }

    private static ProcessBuilder sentinel(Path folder, int port, String... config) {
        return new ProcessBuilder(program(), configuration(folder, port, config), "--sentinel");
    }

    private static String[] tlsOnly(int port, Path certificate, Path key) {
        return new String[] {
            "port 0",
            "tls-port " + port,
            "tls-cert-file " + certificate,
            "tls-key-file " + key,
            "tls-ca-cert-file " + certificate,
            "tls-auth-clients no"
        };
    }

    private static String configuration(Path folder, int port, String... config) {
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
            return Files.write(folder.resolve("redis.conf"), lines).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String program() {
        OsArchitecture here = OsArchitecture.detectOSandArchitecture();
        String resource = Objects.requireNonNull(
                ExecutableProvider.newProvidedVersionsMap().get(here), () -> "no Redis for " + here);
        return ServerFiles.program(resource.substring(1), RedisBinary::unpack)
                .resolve(PROGRAM)
                .toString();
    }

    private static void unpack(Path folder) throws IOException {
        Path program =
                ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
        Files.move(program, folder.resolve(PROGRAM));
    }
}
