package dev.sallyport.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.Jedis;

class TestServerTest {

    static Stream<SqlServer> sqlServers() {
        return Stream.of(TestServer.postgres(), TestServer.mariaDb(), TestServer.mySql())
                .filter(TestServer::isAvailable);
    }

    @ParameterizedTest
    @MethodSource("sqlServers")
    void eachFreshUrlIsAnEmptyDatabaseOfItsOwn(SqlServer server) throws SQLException {
        String mine = server.freshUrl();
        String yours = server.freshUrl();

        run(mine, "CREATE TABLE guests (name VARCHAR(40))");
        run(yours, "CREATE TABLE guests (name VARCHAR(40))");
        run(mine, "INSERT INTO guests VALUES ('Ada \\uD83D\\uDE80')");

        assertThat(read(mine, "SELECT COUNT(*) FROM guests")).isEqualTo("1");
        assertThat(read(yours, "SELECT COUNT(*) FROM guests")).isEqualTo("0");
    }

    @ParameterizedTest
    @MethodSource("sqlServers")
    void aWrongPasswordIsRefused(SqlServer server) {
        String url = server.urlWithWrongPassword();

        assertThatThrownBy(() -> run(url, "SELECT 1"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).startsWith("28"));
    }

    @ParameterizedTest
    @MethodSource("sqlServers")
    void aMissingDatabaseIsMissing(SqlServer server) {
        String url = server.urlOfMissingDatabase();

        assertThatThrownBy(() -> run(url, "SELECT 1"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isIn("3D000", "42000"));
    }

    @Test
    void eachFreshRedisIsAnEmptyDatabaseOfItsOwn() {
        List<String> urls =
                Stream.generate(TestServer.redis()::freshUrl).limit(20).toList();

        for (String url : urls) {
            try (Jedis jedis = new Jedis(URI.create(url))) {
                assertThat(jedis.dbSize()).isZero();
                jedis.set("guest", "Ada");
            }
        }

        assertThat(urls).doesNotHaveDuplicates();
        assertThat(TestServer.redis().provided()).isNotEmpty();
    }

    @Test
    void theNodesOfTheClusterShareTheSlots() {
        String url = TestServer.redisCluster().freshUrl();

        try (Jedis jedis =
                new Jedis("127.0.0.1", TestServer.redisCluster().address().getPort())) {
            assertThat(url).matches("redis-cluster://[^/,]+,[^/,]+,[^/,]+");
            assertThat(jedis.clusterInfo())
                    .contains("cluster_state:ok", "cluster_slots_assigned:16384", "cluster_size:3");
        }
    }

    @Test
    void aRedisOfOnesOwnIsConfiguredByLines() {
        try (RedisBinary server = RedisBinary.start("maxmemory-policy allkeys-lru", "requirepass correct-horse");
                Jedis jedis = new Jedis("127.0.0.1", server.address().getPort())) {
            jedis.auth("correct-horse");

            assertThat(jedis.configGet("maxmemory-policy")).contains("allkeys-lru");
        }
    }

    @Test
    void mongoListens() {
        assertThat(TestServer.mongo().freshUrl()).startsWith("mongodb://").contains("/sallyport_test_");
        assertThat(TestServer.mongo().address().getPort()).isPositive();
    }

    private static void run(String url, String sql) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(String url, String sql) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url.replaceFirst("^jdbc:mysql:", "jdbc:mariadb:"));
    }
}
