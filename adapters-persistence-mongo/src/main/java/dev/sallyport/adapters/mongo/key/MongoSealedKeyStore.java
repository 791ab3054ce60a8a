package dev.sallyport.adapters.mongo.key;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.sallyport.adapters.mongo.Mongo;
import dev.sallyport.adapters.mongo.MongoDocument;
import dev.sallyport.adapters.mongo.MongoHoldings;
import dev.sallyport.adapters.mongo.MongoProperties;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.key.KeyId;
import dev.sallyport.domain.key.KeyState;
import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.key.SealedKeyStore;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.BsonDocument;

/** Sealed keys in the collection {@code sealed_keys}, where a unique index allows one active key for each purpose. */
@Singleton
@Bean(typed = MongoSealedKeyStore.class)
@Requires(property = MongoProperties.ACCOUNTS)
public final class MongoSealedKeyStore implements SealedKeyStore, Holdings<SealedKey> {

    private final Mongo mongo;
    private final MongoCollection<BsonDocument> keys;
    private final MongoHoldings<SealedKey> holdings;

    MongoSealedKeyStore(@Named(MongoProperties.ACCOUNTS) Mongo mongo) {
        this.mongo = mongo;
        this.keys = mongo.collection("sealed_keys");
        this.holdings = new MongoHoldings<>(mongo, keys, MongoSealedKeyStore::toDocument, MongoSealedKeyStore::toKey);
    }

    @Override
    public SealedKey agree(SealedKey candidate) {
        return Mongo.decide(() -> tryAgree(candidate));
    }

    /** Looks before it inserts, because every start but the first finds a key. No answer when another one was faster. */
    private Optional<SealedKey> tryAgree(SealedKey candidate) {
        Optional<SealedKey> active = mongo.find(
                        keys.find(eq("active_purpose", candidate.purpose())).first())
                .map(MongoDocument::of)
                .map(MongoSealedKeyStore::toKey);
        if (active.isPresent()) {
            return active;
        }
        boolean inserted = mongo.insert(keys.insertOne(toDocument(candidate).bson()));
        return inserted ? Optional.of(candidate) : Optional.empty();
    }

    @Override
    public List<SealedKey> list() {
        return mongo.all(keys.find().sort(ascending("created_at", MongoDocument.ID))).stream()
                .map(MongoDocument::of)
                .map(MongoSealedKeyStore::toKey)
                .toList();
    }

    @Override
    public String idOf(SealedKey key) {
        return holdings.idOf(key);
    }

    @Override
    public Stream<SealedKey> after(String after) {
        return holdings.after(after);
    }

    @Override
    public void restore(List<SealedKey> records) {
        holdings.restore(records);
    }

    @Override
    public long count() {
        return holdings.count();
    }

    private static MongoDocument toDocument(SealedKey key) {
        return MongoDocument.withId(key.id().toString())
                .with("purpose", key.purpose())
                .with("active_purpose", key.state() == KeyState.ACTIVE ? key.purpose() : null)
                .with("state", key.state().name())
                .with("sealed", key.sealed())
                .with("created_at", key.createdAt());
    }

    private static SealedKey toKey(MongoDocument document) {
        return new SealedKey(
                new KeyId(UUID.fromString(document.id())),
                document.text("purpose"),
                KeyState.valueOf(document.text("state")),
                document.text("sealed"),
                document.instant("created_at"));
    }
}
