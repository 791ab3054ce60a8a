package dev.sallyport.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOneModel;
import dev.sallyport.domain.user.DisplayName;
import org.bson.BsonDocument;

/** What accounts are searched by, for those that the first version of the documents wrote without it. */
final class DisplayNameKeys {

    private static final String NAME = "display_name";
    private static final String KEY = "display_name_key";

    private DisplayNameKeys() {}

    static void fillIn(Mongo mongo) {
        new Backfill(mongo, mongo.collection("users"), KEY, NAME, DisplayNameKeys::update).run();
    }

    /** Nothing if the name has changed since it was read: whoever changed it wrote the key. */
    private static UpdateOneModel<BsonDocument> update(MongoDocument user) {
        String name = user.text(NAME);
        return new UpdateOneModel<>(
                and(eq(MongoDocument.ID, user.id()), eq(NAME, name)), set(KEY, new DisplayName(name).key()));
    }
}
