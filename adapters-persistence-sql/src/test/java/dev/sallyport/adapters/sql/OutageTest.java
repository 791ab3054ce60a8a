package dev.sallyport.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.sallyport.adapters.sql.audit.SqlAuditLog;
import dev.sallyport.adapters.sql.key.SqlSealedKeyStore;
import dev.sallyport.adapters.sql.role.SqlRoleStore;
import dev.sallyport.adapters.sql.throttle.SqlAttemptLimiter;
import dev.sallyport.adapters.sql.token.SqlSessionStore;
import dev.sallyport.adapters.sql.user.SqlUserStore;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.key.KeyId;
import dev.sallyport.domain.key.KeyState;
import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.key.SealedKeyStore;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.throttle.AttemptKey;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.throttle.Limit;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.Username;
import dev.sallyport.testkit.People;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutageTest {

    private static final User ADA = People.ada();
    private static final Session SESSION =
            Session.start(ADA, People.LAPTOP, SessionPolicy.DEFAULT, People.NOON, People.RANDOM);
    private static final Map<Class<?>, Class<?>> STORES = Map.of(
            UserStore.class, SqlUserStore.class,
            RoleStore.class, SqlRoleStore.class,
            SessionStore.class, SqlSessionStore.class,
            AttemptLimiter.class, SqlAttemptLimiter.class,
            AuditLog.class, SqlAuditLog.class,
            SealedKeyStore.class, SqlSealedKeyStore.class);

    @Test
    void everyCallOfEveryPortSaysThatTheDatabaseIsOutOfReach(@TempDir Path folder) throws SQLException {
        try (H2Database database = H2Database.in(folder)) {
            database.get(DataSource.class).unwrap(HikariDataSource.class).close();

            STORES.forEach((port, store) -> {
                for (Method method : methodsOf(port)) {
                    assertThatThrownBy(() -> call(database.get(store), method))
                            .as(method.toString())
                            .isInstanceOf(StoreUnavailableException.class);
                }
            });
        }
    }

    @Test
    void aDatabaseThatClosesUnderThePoolIsOpenedAgainAndHasLostNothing(@TempDir Path folder) {
        String url = H2Url.in(folder).replace("async:", "file:");
        try (H2Database database = H2Database.in(folder, Map.of("datasources.default.url", url))) {
            UserStore store = database.get(SqlUserStore.class);
            store.add(ADA);

            makeAWriteFail(url);

            assertThat(foundInTheEnd(store)).isEqualTo(ADA);
        }
    }

    @Test
    void anInterruptedCallHarmsNobodyElses(@TempDir Path folder) throws InterruptedException {
        try (H2Database database = H2Database.in(folder)) {
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
    void aStatementThatIsWrongIsABugAndNoOutage(@TempDir Path folder) throws SQLException {
        try (H2Database database = H2Database.in(folder)) {
            execute(database.get(DataSource.class), "DROP TABLE users");
            UserStore store = database.get(SqlUserStore.class);

            assertThatThrownBy(() -> store.find(ADA.id())).isNotInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> store.add(ADA)).isNotInstanceOf(StoreUnavailableException.class);
        }
    }

    private static Method[] methodsOf(Class<?> port) {
        return Arrays.stream(port.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .toArray(Method[]::new);
    }

    private static void call(Object store, Method method) throws Throwable {
        Object[] arguments =
                Stream.of(method.getParameterTypes()).map(OutageTest::example).toArray();
        try {
            method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object example(Class<?> type) {
        List<Object> examples = List.of(
                ADA,
                ADA.id(),
                ADA.email(),
                new Username("ada"),
                People.NOON,
                BuiltInRoles.USER,
                RoleName.USER,
                SESSION,
                SESSION.id(),
                new AttemptKey("test:outage"),
                new Limit(5, Duration.ofMinutes(1)),
                new AuditEvent(
                        AuditEventId.next(People.NOON, People.RANDOM),
                        People.NOON,
                        AuditType.SESSION_OPENED,
                        null,
                        null,
                        null,
                        People.LAPTOP,
                        Map.of()),
                new SealedKey(
                        KeyId.next(People.NOON, People.RANDOM),
                        "access-token:RS256",
                        KeyState.ACTIVE,
                        "AAAA",
                        People.NOON));
        return type == int.class
                ? 5
                : examples.stream().filter(type::isInstance).findFirst().orElseThrow();
    }

    /** As a full disk does. H2 closes the database for everybody, and the connections in the pool do not notice. */
    private static void makeAWriteFail(String url) {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> createATable(url)).isInstanceOf(SQLException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void createATable(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE one_more (id INTEGER)");
        }
    }

    private static void execute(DataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.unwrap(HikariDataSource.class).getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    /** Each call may meet one dead connection, and the pool has twenty at most. */
    private static User foundInTheEnd(UserStore store) {
        List<StoreUnavailableException> failures = new ArrayList<>();
        while (failures.size() <= 20) {
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
