package dev.sallyport.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.adapters.sql.token.SqlSessionStore;
import dev.sallyport.adapters.sql.user.SqlUserStore;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.UserStore.AddResult;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.Race;
import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.Relay;
import dev.sallyport.testkit.backend.SqlServer;
import dev.sallyport.testkit.backend.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A server with a network between, which may be away, silent or slow. */
final class ServerOutageTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    /** For a connection, for an answer, and what a busy machine may add. */
    private static final Duration IN_TIME = TIMEOUT.multipliedBy(2).plusSeconds(4);

    private static final Duration SOON = Duration.ofSeconds(5);

    /** Sooner than Hikari by itself would look again after a few seconds. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @Nested
    @OnBackend("PostgreSQL")
    class OnPostgres extends Away {

        OnPostgres() {
            super(TestServer.postgres());
        }
    }

    @Nested
    @OnBackend("MariaDB")
    class OnMariaDb extends Away {

        OnMariaDb() {
            super(TestServer.mariaDb());
        }
    }

    abstract static class Away {

        private final User someone = People.someone();
        private final Relay relay;
        private final String url;
        private final SqlDatabase database;
        private final SqlUserStore users;

        Away(SqlServer server) {
            relay = Relay.to(server.address());
            url = relay.through(server.freshUrl());
            database = SqlDatabase.at(settings(url, 20));
            users = database.get(SqlUserStore.class);
        }

        @AfterEach
        void close() {
            database.close();
            relay.close();
        }

        @Test
        void everyCallOfEveryPortIsAnsweredWhileTheServerIsThere() {
            assertThat(PortCalls.on(database)).isNotEmpty().allSatisfy(ThrowingCallable::call);
        }

        @Test
        void everyCallOfEveryPortSaysInTimeThatTheServerIsAway() {
            List<ThrowingCallable> calls = PortCalls.on(database);

            relay.refuse();

            assertAllUnavailableInTime(calls);
        }

        @Test
        void everyCallOfEveryPortSaysInTimeThatTheServerIsSilent() {
            List<ThrowingCallable> calls = PortCalls.on(database);
            users.find(someone.id());

            relay.stall();

            assertAllUnavailableInTime(calls);
        }

        @Test
        void readingAndRestoringEverythingSaysThatTheServerIsAwayToo() {
            relay.refuse();

            assertAllUnavailableInTime(
                    List.of(() -> users.after("").findFirst(), () -> users.restore(List.of(someone)), users::count));
        }

        @Test
        void aServerThatIsBackIsUsedAgainSoon() {
            users.add(someone);
            relay.refuse();
            assertThatThrownBy(() -> users.find(someone.id())).isInstanceOf(StoreUnavailableException.class);

            relay.pass();

            assertThat(found(SOON)).contains(someone);
        }

        @Test
        void aServerThatWasAwayForLongIsUsedAgainAtOnce() {
            users.add(someone);
            relay.refuse();
            for (int waited = 0; waited < 6; waited++) {
                assertThatThrownBy(() -> users.find(someone.id())).isInstanceOf(StoreUnavailableException.class);
            }

            relay.pass();

            assertThat(found(AT_ONCE)).contains(someone);
        }

        @Test
        void aServerThatSpeaksAgainIsUsedAgainSoon() {
            users.add(someone);
            relay.stall();
            assertThatThrownBy(() -> users.find(someone.id())).isInstanceOf(StoreUnavailableException.class);

            relay.pass();

            assertThat(found(SOON)).contains(someone);
        }

        @Test
        void connectionsThatWereCutAreMadeAnew() {
            users.add(someone);
            Race.run(20, number -> users.find(someone.id()));

            relay.cut();

            assertThat(found(SOON)).contains(someone);
        }

        @Test
        void aServerThatIsSlowIsWaitedFor() {
            users.add(someone);

            relay.delay(Duration.ofMillis(200));

            assertThat(users.find(someone.id())).contains(someone);
        }

        @Test
        void whoFindsNoFreeConnectionIsToldInTime() {
            try (SqlDatabase narrow = SqlDatabase.at(settings(url, 1))) {
                UserStore store = narrow.get(SqlUserStore.class);
                store.find(someone.id());
                relay.delay(Duration.ofMillis(250));

                List<Outcome> outcomes = Race.of(20, number -> Outcome.of(() -> store.find(someone.id())));

                assertThat(outcomes).extracting(Outcome::took).allMatch(took -> took.compareTo(IN_TIME) < 0);
                assertThat(outcomes).extracting(Outcome::failure).containsNull();
                assertThat(outcomes)
                        .extracting(Outcome::failure)
                        .hasAtLeastOneElementOfType(StoreUnavailableException.class);
            }
        }

        @Test
        void anAccountWhoseAnswerWasLostIsThereOnceAndCanBeUsed() {
            users.find(someone.id());

            relay.loseNextAnswer();

            assertThatThrownBy(() -> users.add(someone)).isInstanceOf(StoreUnavailableException.class);
            assertThat(users.add(someone)).isEqualTo(AddResult.EMAIL_TAKEN);
            assertThat(users.after("")).containsExactly(someone);
            assertThat(users.findByEmail(someone.email())).contains(someone);
        }

        @Test
        void aSessionWhoseAnswerWasLostIsThereOnceWhenItIsAddedAgain() {
            SqlSessionStore sessions = database.get(SqlSessionStore.class);
            Session session = Session.start(someone, People.LAPTOP, SessionPolicy.DEFAULT, People.NOON, People.RANDOM);
            sessions.find(session.id());

            relay.loseNextAnswer();

            assertThatThrownBy(() -> sessions.add(session, 5)).isInstanceOf(StoreUnavailableException.class);
            assertThat(sessions.add(session, 5)).isEmpty();
            assertThat(sessions.list(someone.id(), People.NOON, 5)).containsExactly(session);
        }

        private static SqlSettings settings(String url, int poolMax) {
            return new SqlSettings(url, Optional.empty(), Optional.empty(), 1, poolMax, TIMEOUT);
        }

        private static void assertAllUnavailableInTime(List<ThrowingCallable> calls) {
            List<Outcome> outcomes = Race.of(calls.size(), number -> Outcome.of(calls.get(number)));

            assertThat(outcomes).extracting(Outcome::failure).hasOnlyElementsOfType(StoreUnavailableException.class);
            assertThat(outcomes).extracting(Outcome::took).allMatch(took -> took.compareTo(IN_TIME) < 0);
        }

        private Optional<User> found(Duration within) {
            return Recovery.within(within, () -> users.find(someone.id()));
        }
    }
}
