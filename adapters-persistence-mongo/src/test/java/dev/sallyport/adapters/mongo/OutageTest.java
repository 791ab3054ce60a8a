package dev.sallyport.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoCommandException;
import dev.sallyport.adapters.mongo.token.MongoSessionStore;
import dev.sallyport.adapters.mongo.user.MongoUserStore;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.Race;
import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.Relay;
import dev.sallyport.testkit.backend.TestServer;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With a network between, and behind it mongo-java-server, unless there is a real MongoDB. */
@OnBackend("MongoDB")
final class OutageTest {

    /** A time-out, and what a busy machine may add. */
    private static final Duration IN_TIME = MongoUnderTest.TIMEOUT.plusSeconds(5);

    /** Further ahead than any server's clock, which else would remove what has expired. */
    private static final Instant LATER = Instant.parse("2099-11-21T12:00:00Z");

    private static final Duration SOON = Duration.ofSeconds(5);

    private final User someone = People.someone();
    private final Relay relay = Relay.to(TestServer.mongo().address());
    private final MongoUnderTest mongo =
            MongoUnderTest.at(relay.through(TestServer.mongo().freshUrl()));
    private final UserStore users = mongo.get(MongoUserStore.class);
    private final List<ThrowingCallable> calls = PortCalls.on(mongo);

    @AfterEach
    void close() {
        mongo.close();
        relay.close();
    }

    @Test
    void everyCallOfEveryPortIsAnsweredWhileTheServerIsThere() {
        assertThat(calls).isNotEmpty().allSatisfy(ThrowingCallable::call);
    }

    @Test
    void everyCallOfEveryPortSaysInTimeThatTheServerIsAway() {
        relay.refuse();

        assertThat(outcomesInTime(calls))
                .extracting(Outcome::failure)
                .hasOnlyElementsOfType(StoreUnavailableException.class);
    }

    @Test
    void everyCallOfEveryPortSaysInTimeThatTheServerIsSilent() {
        users.find(someone.id());

        relay.stall();

        assertThat(outcomesInTime(calls))
                .extracting(Outcome::failure)
                .hasOnlyElementsOfType(StoreUnavailableException.class);
    }

    @Test
    void readingAndRestoringEverythingSaysThatTheServerIsAwayToo() {
        MongoUserStore holdings = mongo.get(MongoUserStore.class);

        relay.refuse();

        assertThat(outcomesInTime(List.of(
                        () -> holdings.after("").findFirst(),
                        () -> holdings.restore(List.of(someone)),
                        holdings::count)))
                .extracting(Outcome::failure)
                .hasOnlyElementsOfType(StoreUnavailableException.class);
    }

    @Test
    void everyCallOfEveryPortSaysThatTheClientIsClosed() {
        mongo.close();

        assertThat(calls).allSatisfy(call -> assertThatThrownBy(call).isInstanceOf(StoreUnavailableException.class));
    }

    @Test
    void aServerThatIsBackIsUsedAgainSoon() {
        users.add(someone);
        relay.refuse();
        assertThatThrownBy(() -> users.find(someone.id())).isInstanceOf(StoreUnavailableException.class);

        relay.pass();

        assertThat(foundSoon()).isEqualTo(someone);
    }

    @Test
    void aServerThatSpeaksAgainIsUsedAgainSoon() {
        users.add(someone);
        relay.stall();
        assertThatThrownBy(() -> users.find(someone.id())).isInstanceOf(StoreUnavailableException.class);

        relay.pass();

        assertThat(foundSoon()).isEqualTo(someone);
    }

    @Test
    void connectionsThatWereCutAreMadeAnew() {
        users.add(someone);
        Race.run(20, number -> users.find(someone.id()));

        relay.cut();

        assertThat(foundSoon()).isEqualTo(someone);
    }

    @Test
    void aServerThatIsSlowIsWaitedFor() {
        users.add(someone);

        relay.delay(Duration.ofMillis(200));

        assertThat(users.find(someone.id())).contains(someone);
    }

    @Test
    void anAccountWhoseAnswerWasLostIsThereAndCanBeUsed() {
        withoutHelp((way, helpless) -> {
            UserStore store = helpless.get(MongoUserStore.class);
            store.find(someone.id());

            way.loseNextAnswer();

            assertThatThrownBy(() -> store.add(someone)).isInstanceOf(StoreUnavailableException.class);
            assertThat(store.find(someone.id())).contains(someone);
            assertThat(store.findByEmail(someone.email())).contains(someone);
        });
    }

    @Test
    void aSessionWhoseAnswerWasLostIsThereOnceWhenItIsAddedAgain() {
        withoutHelp((way, helpless) -> {
            SessionStore store = helpless.get(MongoSessionStore.class);
            Session session = Session.start(someone, People.LAPTOP, SessionPolicy.DEFAULT, LATER, People.RANDOM);
            store.find(session.id());

            way.loseNextAnswer();

            assertThatThrownBy(() -> store.add(session, 5)).isInstanceOf(StoreUnavailableException.class);
            assertThat(store.add(session, 5)).isEmpty();
            assertThat(store.list(someone.id(), LATER, 5)).containsExactly(session);
        });
    }

    @Test
    void whoFindsNoFreeConnectionIsToldInTime() {
        MongoSettings narrow = new MongoSettings(
                relay.through(TestServer.mongo().freshUrl()),
                Optional.empty(),
                Optional.empty(),
                0,
                1,
                MongoUnderTest.TIMEOUT);
        try (MongoUnderTest one = MongoUnderTest.with(MongoProperties.accounts(narrow))) {
            UserStore store = one.get(MongoUserStore.class);
            relay.delay(Duration.ofMillis(250));

            List<Outcome> outcomes = Race.of(20, number -> Outcome.of(() -> store.find(someone.id())));

            assertThat(outcomes).extracting(Outcome::took).allMatch(took -> took.compareTo(IN_TIME) < 0);
            assertThat(outcomes)
                    .extracting(Outcome::failure)
                    .hasAtLeastOneElementOfType(StoreUnavailableException.class);
            assertThat(outcomes).extracting(Outcome::failure).containsNull();
        }
    }

    @Test
    void anInterruptedCallHarmsNobodyElses() throws InterruptedException {
        users.add(someone);

        for (int i = 0; i < 20; i++) {
            Thread writer = Thread.startVirtualThread(() -> addUntilInterrupted(users));
            writer.interrupt();
            writer.join();

            assertThat(users.find(someone.id())).contains(someone);
        }
    }

    @Test
    void aStatementThatIsWrongIsABugAndNoOutage() {
        Mongo accounts = mongo.context().getBean(Mongo.class, Qualifiers.byName(MongoProperties.ACCOUNTS));
        BsonDocument unknown = new BsonDocument("noSuchCommand", new BsonInt32(1));

        assertThatThrownBy(() -> accounts.command(unknown)).isInstanceOf(MongoCommandException.class);
    }

    private static List<Outcome> outcomesInTime(List<ThrowingCallable> calls) {
        List<Outcome> outcomes = Race.of(calls.size(), number -> Outcome.of(calls.get(number)));
        assertThat(outcomes).extracting(Outcome::took).allMatch(took -> took.compareTo(IN_TIME) < 0);
        return outcomes;
    }

    private User foundSoon() {
        long began = System.nanoTime();
        Outcome outcome = Outcome.of(() -> users.find(someone.id()));
        while (outcome.failure() != null && System.nanoTime() - began < SOON.toNanos()) {
            assertThat(outcome.failure()).isInstanceOf(StoreUnavailableException.class);
            outcome = Outcome.of(() -> users.find(someone.id()));
        }
        return users.find(someone.id()).orElseThrow();
    }

    /**
     * On a relay of its own and without heartbeat, or the answer that is lost may be one to somebody else; and without second tries, which a
     * replica set allows.
     */
    private static void withoutHelp(BiConsumer<Relay, MongoUnderTest> test) {
        TestServer server = TestServer.mongo();
        try (Relay way = Relay.to(server.address())) {
            String url = way.through(server.freshUrl());
            String options = (url.contains("?") ? "&" : "?") + "heartbeatFrequencyMS=600000&retryWrites=false";
            try (MongoUnderTest helpless = MongoUnderTest.at(url + options)) {
                test.accept(way, helpless);
            }
        }
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

    private record Outcome(Duration took, @Nullable Throwable failure) {

        static Outcome of(ThrowingCallable call) {
            long began = System.nanoTime();
            Throwable failure = catchThrowable(call);
            return new Outcome(Duration.ofNanos(System.nanoTime() - began), failure);
        }
    }
}
