package dev.sallyport.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.Relay;
import dev.sallyport.testkit.backend.SqlServer;
import dev.sallyport.testkit.backend.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What keeps a service from starting on a server, as the server itself says it. */
final class ServerStartFailureTest {

    @Nested
    @OnBackend("PostgreSQL")
    class OnPostgres extends Refused {

        OnPostgres() {
            super(TestServer.postgres());
        }

        @Test
        void aUserWhoMayMakeNoTables() {
            String url = server.freshUrl();
            execute(url, "CREATE SCHEMA closed; REVOKE ALL ON SCHEMA closed FROM CURRENT_USER");

            assertThat(explanation(url + "&currentSchema=closed"))
                    .endsWith(" does not let the service make its tables; grant its user every right on it.");
        }

        @Test
        void aServerThatIsFull() {
            String url = server.freshUrl();
            execute(url, "ALTER DATABASE " + name(url) + " CONNECTION LIMIT 0");

            assertThat(explanation(url))
                    .endsWith(" takes no more connections; let it take more, or make the pools smaller.");
        }
    }

    @Nested
    @OnBackend("MariaDB")
    class OnMariaDb extends Refused {

        OnMariaDb() {
            super(TestServer.mariaDb());
        }
    }

    abstract static class Refused {

        final SqlServer server;

        Refused(SqlServer server) {
            this.server = server;
        }

        @Test
        void aServerThatIsNotThere() {
            try (Relay relay = Relay.to(server.address())) {
                relay.refuse();
                String url = relay.through(server.freshUrl());

                assertThat(explanation(url))
                        .isEqualTo("The database " + SqlPlace.of(url)
                                + " cannot be reached (connection refused); check its address and that it runs.");
            }
        }

        @Test
        void aServerThatIsSilent() {
            try (Relay relay = Relay.to(server.address())) {
                relay.stall();

                assertThat(explanation(relay.through(server.freshUrl())))
                        .contains(" in time")
                        .contains("; check its address");
            }
        }

        @Test
        void aHostThatHasNoAddress() {
            String scheme = server.freshUrl().replaceFirst("//.*", "//");

            assertThat(explanation(scheme + "nowhere.invalid/people?user=ada&password=s3cret"))
                    .isEqualTo("The database " + scheme + "nowhere.invalid/people"
                            + " cannot be reached (its host has no address); check its address and that it runs.");
        }

        @Test
        void aPasswordThatIsWrong() {
            assertThat(explanation(server.urlWithWrongPassword()))
                    .endsWith(" refuses the user name or the password; check both.");
        }

        @Test
        void aDatabaseThatIsNotThere() {
            assertThat(explanation(server.urlOfMissingDatabase()))
                    .endsWith(" is not there; create it, or correct its name in the URL.");
        }

        @Test
        void aParameterThatTheDriverDoesNotTake() {
            assertThat(explanation(server.freshUrl() + "&connectTimeout=soon"))
                    .endsWith(
                            " cannot be asked, because a parameter in its URL has a value that the driver does not know;"
                                    + " correct it.");
        }

        @Test
        void aPortThatIsNone() {
            String scheme = server.freshUrl().replaceFirst("//.*", "//");

            assertThat(explanation(scheme + "127.0.0.1:port/people?user=ada&password=s3cret"))
                    .startsWith("The database " + scheme + "127.0.0.1:port/people cannot be ");
        }

        @Test
        void tablesOfANewerVersion() {
            String url = server.freshUrl();
            try (SqlDatabase database = SqlDatabase.at(url)) {
                database.execute("INSERT INTO flyway_schema_history"
                        + " (installed_rank, version, description, type, script, installed_by, execution_time, success)"
                        + " VALUES (99, '99', 'newer', 'SQL', 'V99__newer.sql', 'somebody', 0, true)");
            }

            assertThat(explanation(url))
                    .endsWith(" was last used by a newer version; start that one, or restore a backup from before.");
        }

        @Test
        void tablesOfSomethingElse() {
            String url = server.freshUrl();
            execute(url, "CREATE TABLE somebody_elses (id INTEGER)");

            assertThat(explanation(url))
                    .endsWith(" has tables that are not the service's; give it a database of its own.");
        }
    }

    private static String explanation(String url) {
        SqlSettings settings = new SqlSettings(url, Optional.empty(), Optional.empty(), 1, 2, Duration.ofSeconds(1));
        Throwable failure = catchThrowable(() -> SqlDatabase.at(settings));
        String explanation = SqlStartFailure.explain(failure, url).orElseThrow();
        assertThat(explanation).doesNotContain("password=", "s3cret", "\n");
        return explanation;
    }

    /** As somebody else would, before the service starts. */
    private static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(String url) {
        return url.replaceFirst(".*/([^?]*).*", "$1");
    }
}
