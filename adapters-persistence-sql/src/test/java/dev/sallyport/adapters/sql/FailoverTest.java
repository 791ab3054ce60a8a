package dev.sallyport.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.adapters.sql.user.SqlUserStore;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.user.UserStore.AddResult;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that was restarted, has no room, or takes no writes any more because another one took over. */
@OnBackend("PostgreSQL")
final class FailoverTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private static final String END_ALL_OTHERS =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

    private final String url = TestServer.postgres().freshUrl();
    private final SqlDatabase database = SqlDatabase.at(url);
    private final SqlUserStore users = database.get(SqlUserStore.class);
    private final Connection operator;

    FailoverTest() throws SQLException {
        operator = DriverManager.getConnection(url);
    }

    @BeforeEach
    void use() {
        users.add(People.someone());
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
        operator.close();
    }

    @Test
    void connectionsThatTheServerEndedAreReplaced() throws SQLException {
        execute(END_ALL_OTHERS);

        assertThat(addedSoon()).isEqualTo(AddResult.ADDED);
    }

    @Test
    void connectionsToAServerThatTakesNoWritesAreReplaced() throws SQLException {
        set("default_transaction_read_only = on");
        execute(END_ALL_OTHERS);
        Recovery.within(SOON, users::count);
        assertThatThrownBy(() -> users.add(People.someone())).isInstanceOf(StoreUnavailableException.class);

        set("default_transaction_read_only = off");

        assertThat(addedSoon()).isEqualTo(AddResult.ADDED);
    }

    @Test
    void aServerThatTakesNoMoreConnectionsIsOutOfReach() throws SQLException {
        execute("ALTER DATABASE " + operator.getCatalog() + " CONNECTION LIMIT 0");
        execute(END_ALL_OTHERS);
        assertThatThrownBy(users::count).isInstanceOf(StoreUnavailableException.class);

        execute("ALTER DATABASE " + operator.getCatalog() + " CONNECTION LIMIT -1");

        assertThat(addedSoon()).isEqualTo(AddResult.ADDED);
    }

    private AddResult addedSoon() {
        return Recovery.within(SOON, () -> users.add(People.someone()));
    }

    private void set(String setting) throws SQLException {
        execute("ALTER DATABASE " + operator.getCatalog() + " SET " + setting);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = operator.createStatement()) {
            statement.execute(sql);
        }
    }
}
