package dev.sallyport.adapters.mongo;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.sallyport.domain.Holdings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Everything in one collection, by {@code _id}: the same for every store, which says how its documents are read and written. */
public final class MongoHoldings<T> implements Holdings<T> {

    /** So many of the largest documents, users with all the metadata they may have, fit into one batch of 16 MB. */
    private static final int PAGE = 500;

    private final Mongo mongo;
    private final MongoCollection<BsonDocument> collection;
    private final Function<T, MongoDocument> write;
    private final Function<MongoDocument, Optional<T>> read;

    public MongoHoldings(
            Mongo mongo,
            MongoCollection<BsonDocument> collection,
            Function<T, MongoDocument> write,
            Function<MongoDocument, T> read) {
        this(write, read.andThen(Optional::of), mongo, collection);
    }

    private MongoHoldings(
            Function<T, MongoDocument> write,
            Function<MongoDocument, Optional<T>> read,
            Mongo mongo,
            MongoCollection<BsonDocument> collection) {
        this.mongo = mongo;
        this.collection = collection;
        this.write = write;
        this.read = read;
    }

    /** Of which some documents cannot be read, and are passed over. */
    public static <T> MongoHoldings<T> ofLegible(
            Mongo mongo,
            MongoCollection<BsonDocument> collection,
            Function<T, MongoDocument> write,
            Function<MongoDocument, Optional<T>> read) {
        return new MongoHoldings<>(write, read, mongo, collection);
    }

    @Override
    public String idOf(T one) {
        return write.apply(one).id();
    }

    @Override
    public Stream<T> after(String after) {
        return Holdings.paged(after, this::page, MongoDocument::id).flatMap(document -> read.apply(document).stream());
    }

    private List<MongoDocument> page(String after) {
        return mongo
                .first(PAGE, collection.find(gt(MongoDocument.ID, after)).sort(ascending(MongoDocument.ID)))
                .stream()
                .map(MongoDocument::of)
                .toList();
    }

    @Override
    public void restore(List<T> records) {
        List<BsonDocument> documents =
                records.stream().map(write).map(MongoDocument::bson).toList();
        if (documents.isEmpty()) {
            return;
        }
        try {
            mongo.ask(collection.insertMany(documents, new InsertManyOptions().ordered(false)));
        } catch (MongoBulkWriteException e) {
            if (!Failures.isTaken(e)) {
                throw e;
            }
            checkThatAllAreThere(e.getWriteErrors().stream()
                    .map(BulkWriteError::getIndex)
                    .map(index -> documents.get(index).get(MongoDocument.ID))
                    .toList());
        }
    }

    /** Which index refused is asked of the collection: servers differ in how they say it. */
    private void checkThatAllAreThere(List<BsonValue> refused) {
        long there = mongo.ask(collection.countDocuments(in(MongoDocument.ID, refused)));
        if (there < refused.size()) {
            throw new IllegalStateException((refused.size() - there) + " documents of "
                    + collection.getNamespace().getCollectionName() + " cannot stand beside what is there");
        }
    }

    @Override
    public long count() {
        return mongo.ask(collection.countDocuments());
    }
}
