package dev.sallyport.adapters.mongo;

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

/**
 * An update of all documents that lack a field, page by page. Stopped anywhere and run again, or run twice at once, it comes to the same
 * if the update of each does.
 *
 * <p>Every document is read and looked at here, though most may lack nothing: were the server asked for those that do, it would go past
 * the others until it had a page, which in a large collection takes longer than anybody waits for one answer.
 *
 * @param lacking the field
 * @param needed the field that the update is made from; a document without it is left as it is
 */
record Backfill(
        Mongo mongo,
        MongoCollection<BsonDocument> collection,
        String lacking,
        String needed,
        Function<MongoDocument, UpdateOneModel<BsonDocument>> update) {

    private static final int PAGE = 500;

    void run() {
        Stream.iterate(
                        after(""),
                        Predicate.not(List::isEmpty),
                        page -> after(page.getLast().id()))
                .map(this::updates)
                .filter(Predicate.not(List::isEmpty))
                .forEach(this::write);
    }

    private List<MongoDocument> after(String id) {
        return mongo
                .first(
                        PAGE,
                        collection
                                .find(gt(MongoDocument.ID, id))
                                .projection(include(lacking, needed))
                                .sort(ascending(MongoDocument.ID)))
                .stream()
                .map(MongoDocument::of)
                .toList();
    }

    private List<UpdateOneModel<BsonDocument>> updates(List<MongoDocument> page) {
        return page.stream()
                .filter(document ->
                        document.bson().containsKey(needed) && !document.bson().containsKey(lacking))
                .map(update)
                .toList();
    }

    private void write(List<UpdateOneModel<BsonDocument>> updates) {
        mongo.ask(collection.bulkWrite(updates, new BulkWriteOptions().ordered(false)));
    }
}
