package dev.sallyport.testkit.backend;

import dev.sallyport.testkit.backend.Source.Provided;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Servers in containers, which Testcontainers removes when the JVM has ended, however it ended. */
@SuppressWarnings("resource") // they live as long as the JVM
final class Containers {

    private static final String PASSWORD = "correct-horse";
    private static final String[] MANY_CONNECTIONS = {"--max-connections=400"};

    private Containers() {}

    static boolean dockerAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    static Provided postgres() {
        return provided(
                new PostgreSQLContainer("postgres:18")
                        .withUsername("postgres")
                        .withPassword(PASSWORD)
                        .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=400"),
                5432,
                "jdbc:postgresql://%s/postgres?user=postgres&password=" + PASSWORD);
    }

    static Provided mariaDb() {
        return provided(
                new MariaDBContainer("mariadb:11.4")
                        .withUsername("root")
                        .withPassword(PASSWORD)
                        .withCommand(MANY_CONNECTIONS),
                3306,
                "jdbc:mariadb://%s/?user=root&password=" + PASSWORD);
    }

    /** Passwords travel encrypted with the server's public key, which the driver fetches only if told so. */
    static Provided mySql() {
        return provided(
                new MySQLContainer("mysql:8.4")
                        .withUsername("root")
                        .withPassword(PASSWORD)
                        .withCommand(MANY_CONNECTIONS),
                3306,
                "jdbc:mysql://%s/?user=root&password=" + PASSWORD + "&allowPublicKeyRetrieval=true");
    }

    static Provided mongo() {
        return provided(new MongoDBContainer("mongo:8.0"), 27017, "mongodb://%s");
    }

    static Provided redis() {
        return provided(
                new GenericContainer<>("redis:7.4")
                        .withExposedPorts(6379)
                        .withCommand("redis-server", "--databases", "1000", "--save", ""),
                6379,
                "redis://%s/0");
    }

    private static Provided provided(GenericContainer<?> container, int port, String url) {
        container.start();
        String address = container.getHost() + ":" + container.getMappedPort(port);
        return new Provided(ServerUrl.of(url.formatted(address)), "container " + container.getDockerImageName());
    }
}
