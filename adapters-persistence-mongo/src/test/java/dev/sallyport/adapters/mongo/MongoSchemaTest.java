package dev.sallyport.adapters.mongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.mongo.apikey.MongoApiKeyStore;
import dev.sallyport.adapters.mongo.intention.MongoIntentionStore;
import dev.sallyport.adapters.mongo.throttle.MongoAttemptLimiter;
import dev.sallyport.adapters.mongo.token.MongoOneTimeTokenStore;
import dev.sallyport.adapters.mongo.token.MongoSessionStore;
import dev.sallyport.adapters.mongo.user.MongoUserStore;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyId;
import dev.sallyport.domain.apikey.ApiKeyName;
import dev.sallyport.domain.apikey.SecretHash;
import dev.sallyport.domain.intention.Intention;
import dev.sallyport.domain.intention.Intentions;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Tier;
import dev.sallyport.domain.throttle.AttemptKey;
import dev.sallyport.domain.throttle.Limit;
import dev.sallyport.domain.token.OneTimeHash;
import dev.sallyport.domain.token.OneTimePurpose;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.user.Suspension;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.Race;
import dev.sallyport.testkit.backend.OnBackend;
import dev.sallyport.testkit.backend.TestServer;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

/** On mongo-java-server, unless there is a real MongoDB. */
@OnBackend("MongoDB")
final class MongoSchemaTest {

    /** Further ahead than any server's clock, which else would remove what has expired. */
    private static final Instant LATER = Instant.parse("2099-11-21T12:00:00.123Z");

    private final String url = TestServer.mongo().freshUrl();
    private final MongoUnderTest mongo = MongoUnderTest.at(url);
    private final Mongo database = mongo.context().getBean(Mongo.class, Qualifiers.byName(MongoProperties.ACCOUNTS));

    @AfterEach
    void close() {
        mongo.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    users           | {"email": 1}                                    | unique
                    users           | {"username_key": 1}                             | unique sparse
                    users           | {"display_name_key": 1}                         | sparse
                    users           | {"status": 1, "_id": -1}                        | plain
                    users           | {"role_name": 1, "status": 1, "_id": -1}        | plain
                    users           | {"deleted_at": 1}                               | sparse
                    audit_events    | {"chain_id": 1, "sequence": 1}                  | plain
                    audit_events    | {"subject_id": 1, "_id": -1}                    | plain
                    audit_events    | {"actor_id": 1, "_id": -1}                      | plain
                    audit_events    | {"event_type": 1, "_id": -1}                    | plain
                    audit_events    | {"actor_id": 1, "address": 1}                   | plain
                    audit_events    | {"subject_id": 1, "actor_id": 1, "address": 1}  | plain
                    sealed_keys     | {"active_purpose": 1}                           | unique sparse
                    sessions        | {"user_id": 1, "created_at": -1, "_id": -1}     | plain
                    sessions        | {"expires_at": 1}                               | expires
                    attempts        | {"ends_at": 1}                                  | expires
                    one_time_tokens | {"expires_at": 1}                               | expires
                    """)
    void everyQueryHasItsIndex(String collection, String key, String kind) {
        List<BsonDocument> indexes = indexes(collection);

        assertThat(indexes)
                .filteredOn(index -> index.getDocument("key").equals(BsonDocument.parse(key)))
                .singleElement()
                .satisfies(index -> assertThat(kind(index)).isEqualTo(kind));
    }

    @Test
    void instancesThatStartTogetherMakeOneSchema() {
        String fresh = TestServer.mongo().freshUrl();

        List<Integer> started = Race.of(8, number -> {
            try (MongoUnderTest instance = MongoUnderTest.at(fresh)) {
                return Math.toIntExact(instance.get(MongoUserStore.class).count());
            }
        });

        assertThat(started).hasSize(8).containsOnly(0);
    }

    @Test
    void aStartOnADatabaseThatIsReadyChangesNothing() {
        List<BsonDocument> before = indexes("users");

        MongoUnderTest.at(url).close();

        assertThat(indexes("users")).isEqualTo(before);
        assertThat(indexes("users")).hasSize(7);
    }

    @Test
    void anAccountIsADocumentThatAPersonCanRead() {
        Suspension overdue = new Suspension("Books overdue", People.NOON.plusSeconds(60));
        User ada = People.ada().suspended(overdue, People.NOON).signedInAt(People.NOON);
        mongo.get(MongoUserStore.class).restore(List.of(ada));

        assertThat(read("users", ada.id().toString())).isEqualTo(BsonDocument.parse("""
                {
                  "_id": "%s",
                  "email": "ada@example.org",
                  "email_verified": false,
                  "username": "ada",
                  "username_key": "ada",
                  "display_name": "Ada Lovelace",
                  "display_name_key": "ada lovelace",
                  "metadata": "{\\"theme\\":\\"dark\\"}",
                  "password_hash": "%s",
                  "credentials_version": {"$numberLong": "2"},
                  "role_name": "USER",
                  "role_scope": "global",
                  "status": "SUSPENDED",
                  "suspension_reason": "Books overdue",
                  "suspended_until": {"$date": "2026-11-21T12:01:00.123Z"},
                  "version": {"$numberLong": "2"},
                  "created_at": {"$date": "2026-11-21T12:00:00.123Z"},
                  "updated_at": {"$date": "2026-11-21T12:00:00.123Z"},
                  "last_sign_in_at": {"$date": "2026-11-21T12:00:00.123Z"}
                }
                """.formatted(
                        ada.id(), ada.credentials().passwordHash().value())));
    }

    @Test
    void aSessionIsADocumentThatAPersonCanRead() {
        Session session = Session.start(People.ada(), People.LAPTOP, SessionPolicy.DEFAULT, LATER, People.RANDOM);
        mongo.get(MongoSessionStore.class).restore(List.of(session));

        assertThat(read("sessions", session.id().toString())).isEqualTo(BsonDocument.parse("""
                {
                  "_id": "%s",
                  "user_id": "%s",
                  "generation": {"$numberLong": "1"},
                  "salt": "%s",
                  "credentials_version": {"$numberLong": "1"},
                  "address": "203.0.113.7",
                  "network": "203.0.113.7",
                  "user_agent": "Laptop/1.0",
                  "request_id": "request-laptop",
                  "created_at": {"$date": "2099-11-21T12:00:00.123Z"},
                  "last_used_at": {"$date": "2099-11-21T12:00:00.123Z"},
                  "expires_at": {"$date": "2099-11-28T12:00:00.123Z"}
                }
                """.formatted(
                        session.id(), session.user(), session.salt().value())));
    }

    @Test
    void aWindowIsADocumentThatAPersonCanRead() {
        Limit limit = new Limit(5, Duration.ofMinutes(15));
        mongo.get(MongoAttemptLimiter.class).take(new AttemptKey("sign-in:203.0.113.7"), limit, LATER);

        assertThat(read("attempts", "sign-in:203.0.113.7")).isEqualTo(BsonDocument.parse("""
                {
                  "_id": "sign-in:203.0.113.7",
                  "taken": {"$numberLong": "1"},
                  "ends_at": {"$date": "2099-11-21T12:15:00.123Z"},
                  "refused": false
                }
                """));
    }

    @Test
    void anApiKeyIsADocumentThatAPersonCanRead() {
        User ada = People.ada();
        ApiKey key = new ApiKey(
                ApiKeyId.next(People.NOON, People.RANDOM),
                new ApiKeyName("Nightly import"),
                ada.id(),
                true,
                Tier.MODERATOR,
                new TreeSet<>(List.of(Permission.USERS_READ, Permission.CONTENT_READ)),
                new SecretHash("a1".repeat(32)),
                null,
                null,
                1,
                People.NOON,
                LATER,
                null);
        MongoApiKeyStore keys = mongo.get(MongoApiKeyStore.class);
        keys.add(key);
        keys.replace(key, key.rotated(new SecretHash("b2".repeat(32)), People.NOON, LATER));
        keys.recordUse(key.id(), LATER, Duration.ZERO);

        assertThat(read("api_keys", key.id().toString()))
                .isEqualTo(BsonDocument.parse("""
                {
                  "_id": "%s",
                  "tier": {"$numberLong": "3"},
                  "permissions": ["content:read", "users:read"],
                  "name": "Nightly import",
                  "creator_id": "%s",
                  "service_account": true,
                  "current_hash": "%s",
                  "version": {"$numberLong": "2"},
                  "created_at": {"$date": "2026-11-21T12:00:00.123Z"},
                  "expires_at": {"$date": "2099-11-21T12:00:00.123Z"},
                  "previous_hash": "%s",
                  "previous_until": {"$date": "2099-11-21T12:00:00.123Z"},
                  "last_used_at": {"$date": "2099-11-21T12:00:00.123Z"}
                }
                """.formatted(key.id(), ada.id(), "b2".repeat(32), "a1".repeat(32))));
    }

    @Test
    void aOneTimeTokenIsADocumentThatAPersonCanRead() {
        User ada = People.ada();
        OneTimeHash hash = new OneTimeHash("c3".repeat(32));
        MongoOneTimeTokenStore tokens = mongo.get(MongoOneTimeTokenStore.class);
        tokens.add(new OneTimeToken(hash, OneTimePurpose.SETUP, ada.id(), People.NOON, LATER, null));
        tokens.use(hash, OneTimePurpose.SETUP, People.NOON.plusSeconds(60));

        assertThat(read("one_time_tokens", hash.value())).isEqualTo(BsonDocument.parse("""
                {
                  "_id": "%s",
                  "purpose": "SETUP",
                  "subject_id": "%s",
                  "created_at": {"$date": "2026-11-21T12:00:00.123Z"},
                  "expires_at": {"$date": "2099-11-21T12:00:00.123Z"},
                  "used_at": {"$date": "2026-11-21T12:01:00.123Z"}
                }
                """.formatted(hash, ada.id())));
    }

    @Test
    void whatIsAnnouncedIsADocumentThatAPersonCanRead() {
        mongo.get(MongoIntentionStore.class)
                .replace(Intentions.NONE, Intentions.NONE.with(Intention.of("removal:$A.B/c"), People.NOON));

        assertThat(read("intentions", "intentions")).isEqualTo(BsonDocument.parse("""
                {
                  "_id": "intentions",
                  "version": {"$numberLong": "1"},
                  "announced": [{"intention": "removal:$A.B/c", "since": {"$date": "2026-11-21T12:00:00.123Z"}}]
                }
                """));
    }

    private BsonDocument read(String collection, String id) {
        return database.find(database.collection(collection).find(eq("_id", id)).first())
                .orElseThrow();
    }

    private List<BsonDocument> indexes(String collection) {
        return database.ask(Flux.from(database.collection(collection).listIndexes(BsonDocument.class))
                .collectList());
    }

    private static String kind(BsonDocument index) {
        List<String> kinds = Stream.of("unique", "sparse")
                .filter(kind -> index.getBoolean(kind, BsonBoolean.FALSE).getValue())
                .toList();
        if (index.containsKey("expireAfterSeconds")) {
            return "expires";
        }
        return kinds.isEmpty() ? "plain" : String.join(" ", kinds);
    }
}
