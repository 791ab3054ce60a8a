package dev.sallyport.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.sallyport.domain.user.DisplayName;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.BsonDocument;

/**
 * What accounts are searched by, for those that the first version of the documents wrote without it. Page by page; stopped anywhere and
 * run again, or run twice at once, it comes to the same.
 */
final class DisplayNameKeys {

    private static final int PAGE = 500;
    private static final String NAME = "display_name";
    private static final String KEY = "display_name_key";

    private final Mongo mongo;
    private final MongoCollection<BsonDocument> users;

    private DisplayNameKeys(Mongo mongo) {
        this.mongo = mongo;
        this.users = mongo.collection("users");
    }

    static void fillIn(Mongo mongo) {
        DisplayNameKeys keys = new DisplayNameKeys(mongo);
        Stream.iterate(
                        keys.missingAfter(""),
                        Predicate.not(List::isEmpty),
                        page -> keys.missingAfter(page.getLast().id()))
                .forEach(keys::write);
    }

    private List<MongoDocument> missingAfter(String id) {
        return mongo
                .first(
                        PAGE,
                        users.find(and(gt(MongoDocument.ID, id), exists(NAME), exists(KEY, false)))
                                .projection(include(NAME))
                                .sort(ascending(MongoDocument.ID)))
                .stream()
                .map(MongoDocument::of)
                .toList();
    }

    private void write(List<MongoDocument> page) {
        List<WriteModel<BsonDocument>> updates =
                page.stream().map(DisplayNameKeys::update).toList();
        mongo.ask(users.bulkWrite(updates, new BulkWriteOptions().ordered(false)));
    }

    /** Nothing if the name has changed since it was read: whoever changed it wrote the key. */
    private static WriteModel<BsonDocument> update(MongoDocument user) {
        String name = user.text(NAME);
        return new UpdateOneModel<>(
                and(eq(MongoDocument.ID, user.id()), eq(NAME, name)), set(KEY, new DisplayName(name).key()));
    }
}
