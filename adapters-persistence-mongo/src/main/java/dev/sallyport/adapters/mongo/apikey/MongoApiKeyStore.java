package dev.sallyport.adapters.mongo.apikey;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.sallyport.adapters.mongo.Mongo;
import dev.sallyport.adapters.mongo.MongoDocument;
import dev.sallyport.adapters.mongo.MongoHoldings;
import dev.sallyport.adapters.mongo.MongoProperties;
import dev.sallyport.adapters.mongo.role.Rights;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyId;
import dev.sallyport.domain.apikey.ApiKeyName;
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.apikey.SecretHash;
import dev.sallyport.domain.user.UserId;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** API keys in the collection {@code api_keys}. A replacement updates a document that must be there, in the version that was read. */
@Singleton
@Bean(typed = MongoApiKeyStore.class)
@Requires(property = MongoProperties.ACCOUNTS)
public final class MongoApiKeyStore implements ApiKeyStore, Holdings<ApiKey> {

    private static final String LAST_USED = "last_used_at";

    /** What a replacement may take away. */
    private static final List<String> OPTIONAL = List.of("previous_hash", "previous_until", "expires_at");

    private final Mongo mongo;
    private final MongoCollection<BsonDocument> keys;
    private final MongoHoldings<ApiKey> holdings;

    MongoApiKeyStore(@Named(MongoProperties.ACCOUNTS) Mongo mongo) {
        this.mongo = mongo;
        this.keys = mongo.collection("api_keys");
        this.holdings = new MongoHoldings<>(mongo, keys, MongoApiKeyStore::toDocument, MongoApiKeyStore::toKey);
    }

    /** An id that is there already is this call repeated after its answer was lost. */
    @Override
    public void add(ApiKey key) {
        mongo.insert(keys.insertOne(toDocument(key).bson()));
    }

    @Override
    public Optional<ApiKey> find(ApiKeyId id) {
        return mongo.find(keys.find(is(id)).first()).map(MongoDocument::of).map(MongoApiKeyStore::toKey);
    }

    @Override
    public List<ApiKey> list(@Nullable ApiKeyId below, int max) {
        FindPublisher<BsonDocument> query =
                below == null ? keys.find() : keys.find(lt(MongoDocument.ID, below.toString()));
        return mongo.first(max, query.sort(descending(MongoDocument.ID))).stream()
                .map(MongoDocument::of)
                .map(MongoApiKeyStore::toKey)
                .toList();
    }

    @Override
    public boolean replace(ApiKey expected, ApiKey next) {
        Bson present = and(is(expected.id()), eq("version", expected.version()));
        return mongo.ask(keys.updateOne(present, toDocument(next).asUpdate(OPTIONAL, LAST_USED)))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public boolean remove(ApiKeyId id) {
        return mongo.ask(keys.deleteOne(is(id))).getDeletedCount() == 1;
    }

    @Override
    public void recordUse(ApiKeyId id, Instant at, Duration apart) {
        Bson notSince = not(gt(LAST_USED, time(at.minus(apart))));
        mongo.ask(keys.updateOne(and(is(id), notSince), set(LAST_USED, time(at))));
    }

    @Override
    public String idOf(ApiKey key) {
        return holdings.idOf(key);
    }

    @Override
    public Stream<ApiKey> after(String after) {
        return holdings.after(after);
    }

    @Override
    public void restore(List<ApiKey> records) {
        holdings.restore(records);
    }

    @Override
    public long count() {
        return holdings.count();
    }

    private static BsonDateTime time(Instant at) {
        return new BsonDateTime(at.toEpochMilli());
    }

    private static Bson is(ApiKeyId id) {
        return eq(MongoDocument.ID, id.toString());
    }

    private static MongoDocument toDocument(ApiKey key) {
        SecretHash previous = key.previous();
        MongoDocument document = MongoDocument.withId(key.id().toString());
        return Rights.write(document, key.tier(), key.permissions())
                .with("name", key.name().value())
                .with("creator_id", key.creator().toString())
                .with("service_account", key.serviceAccount())
                .with("current_hash", key.current().value())
                .with("previous_hash", previous == null ? null : previous.value())
                .with("previous_until", key.previousUntil())
                .with("version", key.version())
                .with("created_at", key.createdAt())
                .with("expires_at", key.expiresAt())
                .with(LAST_USED, key.lastUsedAt());
    }

    private static ApiKey toKey(MongoDocument document) {
        return new ApiKey(
                new ApiKeyId(UUID.fromString(document.id())),
                new ApiKeyName(document.text("name")),
                new UserId(UUID.fromString(document.text("creator_id"))),
                document.flag("service_account"),
                Rights.tier(document),
                Rights.permissions(document),
                new SecretHash(document.text("current_hash")),
                document.textIfAny("previous_hash").map(SecretHash::new).orElse(null),
                document.instantIfAny("previous_until").orElse(null),
                document.number("version"),
                document.instant("created_at"),
                document.instantIfAny("expires_at").orElse(null),
                document.instantIfAny(LAST_USED).orElse(null));
    }
}
