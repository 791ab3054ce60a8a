package dev.sallyport.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/**
 * An update of all documents that lack something, page by page. Stopped anywhere and run again, or run twice at once, it comes to the
 * same if the update of each does.
 *
 * @param lacking which documents
 * @param needed the field that the update is made from
 */
record Backfill(
        Mongo mongo,
        MongoCollection<BsonDocument> collection,
        Bson lacking,
        String needed,
        Function<MongoDocument, UpdateOneModel<BsonDocument>> update) {

    private static final int PAGE = 500;

    void run() {
        Stream.iterate(
                        lackingAfter(""),
                        Predicate.not(List::isEmpty),
                        page -> lackingAfter(page.getLast().id()))
                .forEach(this::write);
    }

    private List<MongoDocument> lackingAfter(String id) {
        return mongo
                .first(
                        PAGE,
                        collection
                                .find(and(gt(MongoDocument.ID, id), lacking))
                                .projection(include(needed))
                                .sort(ascending(MongoDocument.ID)))
                .stream()
                .map(MongoDocument::of)
                .toList();
    }

    private void write(List<MongoDocument> page) {
        List<UpdateOneModel<BsonDocument>> updates = page.stream().map(update).toList();
        mongo.ask(collection.bulkWrite(updates, new BulkWriteOptions().ordered(false)));
    }
}
