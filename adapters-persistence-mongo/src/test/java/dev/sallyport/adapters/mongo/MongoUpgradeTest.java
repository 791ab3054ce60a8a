package dev.sallyport.adapters.mongo;

import static com.mongodb.client.model.Indexes.ascending;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.sallyport.adapters.mongo.audit.MongoAuditStore;
import dev.sallyport.adapters.mongo.user.MongoUserStore;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditLink;
import dev.sallyport.domain.user.SearchPrefix;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.testkit.Race;
import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a database of the first version, on mongo-java-server, unless there is a real MongoDB. */
@OnBackend("MongoDB")
final class MongoUpgradeTest {

    /** More than two pages. */
    private static final int MANY = 1_100;

    private final String url = TestServer.mongo().freshUrl();
    private final Queue<BsonDocument> asked = new ConcurrentLinkedQueue<>();
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(url))
            .addCommandListener(new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    asked.add(event.getCommand().clone());
                }
            })
            .build());
    private final Mongo old = new Mongo(
            client.getDatabase(Objects.requireNonNull(new ConnectionString(url).getDatabase())), Duration.ofSeconds(2));

    @BeforeEach
    void beginWithTheFirstVersion() {
        old.ask(old.collection("users").createIndex(ascending("email"), new IndexOptions().unique(true)));
        old.ask(old.collection("users")
                .createIndex(
                        ascending("username_key"),
                        new IndexOptions().unique(true).sparse(true)));
        old.insert(old.collection("schema")
                .insertOne(BsonDocument.parse("{\"_id\": \"schema\", \"version\": {\"$numberLong\": \"1\"}}")));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void anAccountOfTheFirstVersionIsFoundByItsDisplayName() {
        old.insert(old.collection("users").insertOne(BsonDocument.parse("""
                {
                  "_id": "01939d5c-b2c0-7000-8000-000000000001",
                  "email": "grace@example.org",
                  "email_verified": false,
                  "username": "Amazing.Grace",
                  "username_key": "amazing.grace",
                  "display_name": "Rear Admiral GROẞ",
                  "metadata": "{}",
                  "password_hash": "$2b$04$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                  "credentials_version": {"$numberLong": "1"},
                  "role_name": "USER",
                  "role_scope": "global",
                  "status": "ACTIVE",
                  "version": {"$numberLong": "1"},
                  "created_at": {"$date": "2026-11-21T12:00:00.123Z"},
                  "updated_at": {"$date": "2026-11-21T12:00:00.123Z"}
                }
                """)));

        try (MongoUnderTest mongo = MongoUnderTest.at(url)) {
            assertThat(mongo.get(MongoUserStore.class).list(beginningWith("rear admiral gros"), 5))
                    .extracting(user -> user.email().value())
                    .containsExactly("grace@example.org");
        }
    }

    @Test
    void anEventOfTheFirstVersionIsAChainOfItsOwnThatProvesNothing() {
        old.insert(old.collection("audit_events").insertOne(BsonDocument.parse("""
                {
                  "_id": "01939d5c-b2c0-7000-8000-000000000002",
                  "happened_at": {"$date": "2026-11-21T12:00:00.123Z"},
                  "event_type": "profile.changed",
                  "address": "203.0.113.7",
                  "network": "203.0.113.7",
                  "request_id": "request-laptop",
                  "details": {"n": "1"}
                }
                """)));

        try (MongoUnderTest mongo = MongoUnderTest.at(url)) {
            assertThat(mongo.get(MongoAuditStore.class).list(AuditFilter.ALL, 5))
                    .singleElement()
                    .satisfies(record -> assertThat(record.link())
                            .isEqualTo(AuditLink.unsealed(record.event().id())));
        }
    }

    @Test
    void everyAccountThatHasADisplayNameIsReached() {
        insert(IntStream.range(0, MANY).mapToObj(number -> number % 10 == 0 ? nameless(number) : named(number)));

        start();

        assertThat(keys()).hasSize(MANY * 9 / 10).allMatch(key -> key.startsWith("ada lovelace the "));
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void noQuestionIsLeftToAServerThatWouldGoThroughTheCollectionForIt() {
        insert(IntStream.range(0, MANY).mapToObj(number -> named(number).with("display_name_key", "key")));

        DisplayNameKeys.fillIn(old);
        UnsealedLinks.fillIn(old);

        assertThat(asked)
                .filteredOn(command -> command.containsKey("find"))
                .hasSize(5)
                .allSatisfy(find -> assertThat(find.getDocument("filter")).containsOnlyKeys("_id"));
    }

    @Test
    void anUpgradeThatWasInterruptedIsFinished() {
        insert(Stream.of(named(1).with("display_name_key", "as it was left"), named(2)));

        start();

        assertThat(keys()).containsExactlyInAnyOrder("as it was left", "ada lovelace the 2nd");
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void instancesThatStartTogetherUpgradeTogether() {
        insert(IntStream.range(0, MANY).mapToObj(MongoUpgradeTest::named));

        Race.run(4, number -> start());

        assertThat(keys()).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(version()).isEqualTo(2);
    }

    private void start() {
        MongoUnderTest.at(url).close();
    }

    private void insert(Stream<MongoDocument> users) {
        old.ask(old.collection("users")
                .insertMany(users.map(MongoDocument::bson).toList()));
    }

    private static MongoDocument named(int number) {
        return nameless(number).with("display_name", "Ada Lovelace the " + number + "nd");
    }

    private static MongoDocument nameless(int number) {
        return MongoDocument.withId(new UUID(0, number).toString()).with("email", "ada." + number + "@example.org");
    }

    private List<String> keys() {
        return old.all(old.collection("users").find()).stream()
                .map(MongoDocument::of)
                .flatMap(user -> user.textIfAny("display_name_key").stream())
                .toList();
    }

    private long version() {
        return old.find(old.collection("schema").find().first())
                .map(MongoDocument::of)
                .orElseThrow()
                .number("version");
    }

    private static UserFilter beginningWith(String prefix) {
        return new UserFilter(null, null, SearchPrefix.parse(prefix).orElseThrow(), null, null);
    }
}
