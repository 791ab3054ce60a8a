package dev.sallyport.adapters.mongo.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.sallyport.adapters.mongo.Mongo;
import dev.sallyport.adapters.mongo.MongoDocument;
import dev.sallyport.adapters.mongo.MongoHoldings;
import dev.sallyport.adapters.mongo.MongoProperties;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.Uuid7;
import dev.sallyport.domain.audit.AuditHash;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.Checkpoint.Mark;
import dev.sallyport.domain.audit.CheckpointStore;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Checkpoints in the collection {@code audit_checkpoints}. A replacement finds the document that still has the signature. */
@Singleton
@Bean(typed = MongoCheckpointStore.class)
@Requires(property = MongoProperties.ACCOUNTS)
public final class MongoCheckpointStore implements CheckpointStore, Holdings<Checkpoint> {

    private final Mongo mongo;
    private final MongoCollection<BsonDocument> checkpoints;
    private final MongoHoldings<Checkpoint> holdings;

    MongoCheckpointStore(@Named(MongoProperties.ACCOUNTS) Mongo mongo) {
        this.mongo = mongo;
        this.checkpoints = mongo.collection("audit_checkpoints");
        this.holdings = MongoHoldings.ofLegible(
                mongo, checkpoints, MongoCheckpointStore::toDocument, MongoCheckpointStore::toCheckpoint);
    }

    @Override
    public void add(Checkpoint checkpoint) {
        mongo.insert(checkpoints.insertOne(toDocument(checkpoint).bson()));
    }

    @Override
    public Optional<Checkpoint> find(ChainId chain) {
        return mongo.find(checkpoints.find(of(chain)).first())
                .map(MongoDocument::of)
                .flatMap(MongoCheckpointStore::toCheckpoint);
    }

    /** Asks for more when some of the documents are no checkpoints: who reads page by page takes a short one for the last. */
    @Override
    public List<Checkpoint> list(@Nullable ChainId below, int max) {
        Bson older = below == null ? gte(MongoDocument.ID, "") : lt(MongoDocument.ID, below.toString());
        for (int most = max; ; most *= 2) {
            List<BsonDocument> found = mongo.first(most, checkpoints.find(older).sort(descending(MongoDocument.ID)));
            List<Checkpoint> legible = found.stream()
                    .map(MongoDocument::of)
                    .flatMap(document -> toCheckpoint(document).stream())
                    .toList();
            if (legible.size() >= max || found.size() < most) {
                return legible.stream().limit(max).toList();
            }
        }
    }

    @Override
    public boolean replace(Checkpoint expected, Checkpoint next) {
        Bson present =
                and(of(expected.chain()), eq("signature", expected.signature().value()));
        return mongo.ask(checkpoints.replaceOne(present, toDocument(next).bson()))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public String idOf(Checkpoint checkpoint) {
        return holdings.idOf(checkpoint);
    }

    @Override
    public Stream<Checkpoint> after(String after) {
        return holdings.after(after);
    }

    @Override
    public void restore(List<Checkpoint> records) {
        holdings.restore(records);
    }

    @Override
    public long count() {
        return holdings.count();
    }

    private static Bson of(ChainId chain) {
        return eq(MongoDocument.ID, chain.toString());
    }

    private static MongoDocument toDocument(Checkpoint checkpoint) {
        return MongoDocument.withId(checkpoint.chain().toString())
                .with("base_count", checkpoint.base().count())
                .with("base_hash", checkpoint.base().hash().value())
                .with("head_count", checkpoint.head().count())
                .with("head_hash", checkpoint.head().hash().value())
                .with("signed_at", checkpoint.at())
                .with("signature", checkpoint.signature().value());
    }

    /** None if somebody else wrote the document. */
    private static Optional<Checkpoint> toCheckpoint(MongoDocument document) {
        try {
            return Optional.of(new Checkpoint(
                    new ChainId(Uuid7.stored(document.id())),
                    new Mark(document.number("base_count"), new AuditHash(document.text("base_hash"))),
                    new Mark(document.number("head_count"), new AuditHash(document.text("head_hash"))),
                    document.instant("signed_at"),
                    new AuditHash(document.text("signature"))));
        } catch (RuntimeException foreign) {
            return Optional.empty();
        }
    }
}
