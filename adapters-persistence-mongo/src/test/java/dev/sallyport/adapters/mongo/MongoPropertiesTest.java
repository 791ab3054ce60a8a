package dev.sallyport.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.sallyport.adapters.mongo.token.MongoSessionStore;
import dev.sallyport.adapters.mongo.user.MongoUserStore;
import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where there is a database, it is on mongo-java-server, unless there is a real MongoDB. */
@OnBackend("MongoDB")
final class MongoPropertiesTest {

    @Test
    void nothingExistsUnlessMongoIsChosen() {
        try (ApplicationContext context = ApplicationContext.run("test")) {
            assertThat(context.containsBean(MongoUserStore.class)).isFalse();
            assertThat(context.containsBean(MongoSessionStore.class)).isFalse();
            assertThat(context.containsBean(Mongo.class)).isFalse();
            assertThat(context.containsBean(MongoClient.class)).isFalse();
        }
    }

    @Test
    void bothAxesOnOneDatabaseShareAClient() {
        try (MongoUnderTest both = MongoUnderTest.fresh()) {
            assertThat(both.context().getBeansOfType(MongoClient.class)).hasSize(1);
            assertThat(both.context().containsBean(MongoUserStore.class)).isTrue();
            assertThat(both.context().containsBean(MongoSessionStore.class)).isTrue();
        }
    }

    @Test
    void oneAxisHasNothingOfTheOther() {
        MongoSettings settings = MongoUnderTest.settings(TestServer.mongo().freshUrl());
        try (MongoUnderTest accounts = MongoUnderTest.with(MongoProperties.accounts(settings));
                MongoUnderTest tokens = MongoUnderTest.with(MongoProperties.tokens(settings))) {
            assertThat(accounts.context().containsBean(MongoSessionStore.class)).isFalse();
            assertThat(tokens.context().containsBean(MongoUserStore.class)).isFalse();
        }
    }

    @Test
    void axesOnTwoDatabasesHaveAClientEach() {
        Map<String, Object> properties = new HashMap<>();
        properties.putAll(MongoProperties.accounts(
                MongoUnderTest.settings(TestServer.mongo().freshUrl())));
        properties.putAll(MongoProperties.tokens(
                MongoUnderTest.settings(TestServer.mongo().freshUrl())));

        try (MongoUnderTest two = MongoUnderTest.with(properties)) {
            assertThat(two.context().getBeansOfType(MongoClient.class)).hasSize(2);
            assertThat(two.get(MongoUserStore.class).count()).isZero();
            assertThat(two.get(MongoSessionStore.class).count()).isZero();
        }
    }

    @Test
    void aUrlThatNamesNoDatabaseMeansTheOneCalledSallyport() {
        MongoServer server = new MongoServer(new MemoryBackend());
        server.bind("127.0.0.1", 0);
        String url = "mongodb://127.0.0.1:" + server.getLocalAddress().getPort();
        try (MongoUnderTest mongo = MongoUnderTest.at(url)) {
            Mongo accounts = mongo.context().getBean(Mongo.class, Qualifiers.byName(MongoProperties.ACCOUNTS));

            assertThat(accounts.collection("users").getNamespace().getFullName())
                    .isEqualTo("sallyport.users");
        } finally {
            server.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongodb://db.internal", "mongodb://db.internal/", "mongodb://db.internal/people"})
    void aUrlGetsThePoolAndTheTimes(String url) {
        ConnectionString completed =
                completed(new MongoSettings(url, Optional.empty(), Optional.empty(), 10, 50, Duration.ofSeconds(2)));

        assertThat(completed.getMinConnectionPoolSize()).isEqualTo(10);
        assertThat(completed.getMaxConnectionPoolSize()).isEqualTo(50);
        assertThat(completed.getConnectTimeout()).isEqualTo(1800);
        assertThat(completed.getSocketTimeout()).isEqualTo(1800);
        assertThat(completed.getServerSelectionTimeout()).isEqualTo(1800);
        assertThat(completed.getMaxWaitTime()).isEqualTo(1800);
    }

    @Test
    void whatAUrlSaysItselfStays() {
        ConnectionString completed =
                completed(settings("mongodb://db.internal/people?MAXPOOLSIZE=7&minPoolSize=3&replicaSet=rs0"));

        assertThat(completed.getMaxConnectionPoolSize()).isEqualTo(7);
        assertThat(completed.getMinConnectionPoolSize()).isEqualTo(3);
        assertThat(completed.getRequiredReplicaSetName()).isEqualTo("rs0");
        assertThat(completed.getDatabase()).isEqualTo("people");
    }

    @Test
    void userAndPasswordMayHoldAnyCharacter() {
        MongoSettings settings = new MongoSettings(
                "mongodb://grace:old@db.internal/people",
                Optional.of("ada@example.org"),
                Optional.of("p:/?#[]@ +%ß"),
                0,
                1,
                Duration.ofSeconds(1));

        ConnectionString completed = completed(settings);

        assertThat(completed.getUsername()).isEqualTo("ada@example.org");
        assertThat(Objects.requireNonNull(completed.getPassword())).containsExactly("p:/?#[]@ +%ß".toCharArray());
        assertThat(settings).asString().doesNotContain("ada", "grace", "old", "p:/");
    }

    @Test
    void aPasswordMayComeBesideTheUserInTheUrl() {
        ConnectionString completed = completed(new MongoSettings(
                "mongodb://ada@db.internal/", Optional.empty(), Optional.of("secret"), 0, 1, Duration.ofSeconds(1)));

        assertThat(completed.getUsername()).isEqualTo("ada");
        assertThat(Objects.requireNonNull(completed.getPassword())).containsExactly("secret".toCharArray());
    }

    @Test
    void aPasswordWithoutAUserIsRefusedAndNotDropped() {
        MongoSettings settings = new MongoSettings(
                "mongodb://db.internal/people", Optional.empty(), Optional.of("secret"), 0, 1, Duration.ofSeconds(1));

        assertThatThrownBy(() -> MongoProperties.accounts(settings))
                .hasMessage("The MongoDB mongodb://db.internal/people has a password and no user name;"
                        + " set storage.accounts.user or storage.tokens.user beside it.");
    }

    @ParameterizedTest
    @CsvSource({
        "mongodb://db.internal, true",
        "mongodb+srv://db.internal/people, true",
        "MONGODB://db.internal, false",
        "jdbc:mongodb://db.internal, false",
        "redis://db.internal, false"
    })
    void aUrlIsKnownByItsScheme(String url, boolean mongo) {
        assertThat(MongoProperties.isMongo(url)).isEqualTo(mongo);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://ada:s/ecret@db.internal/",
                "mongodb://ada:s@ecret@db.internal:x/",
                "mongodb://ada:secret@db.internal:port/",
                "mongodb+srv://ada:secret@/people",
                "mongodb://"
            })
    void aUrlThatCannotBeReadIsRefusedAndNotRepeated(String url) {
        assertThatThrownBy(() -> MongoProperties.both(settings(url)))
                .hasMessageContaining("cannot be read")
                .hasMessageNotContaining("ecret")
                .hasNoCause();
    }

    @Test
    void aPoolIsNoNonsense() {
        assertThatThrownBy(() -> new MongoSettings(
                        "mongodb://db.internal", Optional.empty(), Optional.empty(), 3, 2, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static MongoSettings settings(String url) {
        return new MongoSettings(url, Optional.empty(), Optional.empty(), 10, 50, Duration.ofSeconds(2));
    }

    private static ConnectionString completed(MongoSettings settings) {
        return new ConnectionString(
                String.valueOf(MongoProperties.both(settings).get("mongodb.servers.both.uri")));
    }
}
