package dev.sallyport.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.sallyport.adapters.sql.user.SqlUserStore;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.testkit.People;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutageTest {

    private static final User ADA = People.ada();
    private static final int POOL_SIZE = 20;

    @TempDir
    private Path folder;

    @Test
    void everyCallOfEveryPortSaysThatTheDatabaseIsOutOfReach() throws SQLException {
        try (SqlDatabase database = SqlDatabase.in(folder)) {
            List<ThrowingCallable> calls = PortCalls.on(database);

            database.get(DataSource.class).unwrap(HikariDataSource.class).close();

            assertThat(calls)
                    .isNotEmpty()
                    .allSatisfy(call -> assertThatThrownBy(call).isInstanceOf(StoreUnavailableException.class));
        }
    }

    @Test
    void everyCallOfEveryPortIsAnsweredOtherwise() {
        try (SqlDatabase database = SqlDatabase.in(folder)) {
            assertThat(PortCalls.on(database)).allSatisfy(ThrowingCallable::call);
        }
    }

    @Test
    void aDatabaseThatClosesUnderThePoolIsOpenedAgainAndHasLostNothing() {
        String url = H2Url.in(folder).replace("async:", "file:");
        try (SqlDatabase database = SqlDatabase.at(H2Url.in(folder), Map.of("datasources.accounts.url", url))) {
            UserStore store = database.get(SqlUserStore.class);
            store.add(ADA);

            makeAWriteFail(url);

            assertThat(foundInTheEnd(store)).isEqualTo(ADA);
        }
    }

    @Test
    void anInterruptedCallHarmsNobodyElses() throws InterruptedException {
        try (SqlDatabase database = SqlDatabase.in(folder)) {
            UserStore store = database.get(SqlUserStore.class);
            store.add(ADA);

            for (int i = 0; i < 20; i++) {
                Thread writer = Thread.startVirtualThread(() -> addUntilInterrupted(store));
                writer.interrupt();
                writer.join();

                assertThat(store.find(ADA.id())).contains(ADA);
            }
        }
    }

    @Test
    void aStatementThatIsWrongIsABugAndNoOutage() throws SQLException {
        try (SqlDatabase database = SqlDatabase.in(folder)) {
            UserStore store = database.get(SqlUserStore.class);

            execute(H2Url.in(folder), "DROP TABLE users");

            assertThatThrownBy(() -> store.find(ADA.id())).isNotInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> store.add(ADA)).isNotInstanceOf(StoreUnavailableException.class);
        }
    }

    /** As a full disk does. H2 closes the database for everybody, and the connections in the pool do not notice. */
    private static void makeAWriteFail(String url) {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> execute(url, "CREATE TABLE one_more (id INTEGER)"))
                .isInstanceOf(SQLException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Each call may meet one dead connection. */
    private static User foundInTheEnd(UserStore store) {
        List<StoreUnavailableException> failures = new ArrayList<>();
        while (failures.size() <= POOL_SIZE) {
            try {
                return store.find(ADA.id()).orElseThrow();
            } catch (StoreUnavailableException e) {
                failures.add(e);
            }
        }
        throw new AssertionError("The store did not come back", failures.getLast());
    }

    private static void addUntilInterrupted(UserStore store) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                store.add(People.someone());
            }
        } catch (StoreUnavailableException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
