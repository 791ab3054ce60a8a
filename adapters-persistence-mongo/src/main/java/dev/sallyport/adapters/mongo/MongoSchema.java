package dev.sallyport.adapters.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * The collections with their indexes, made at the start where they are not there yet; instances that start together make them once.
 *
 * <p>Conventions: {@code _id} is a UUID as lower-case text (a role's name, an attempt's key, a token's hash), so that documents sort alike in every
 * database; fields are named like the columns in SQL; a field without a value is absent. What must match in any case is stored in the
 * canonical form that the domain makes.
 */
final class MongoSchema {

    /**
     * Of the documents. A greater one in the database was made by a newer jar, which may have changed what they mean. Version 2 has
     * {@code users.display_name_key} and {@code audit_events.chain_id}.
     */
    static final int VERSION = 2;

    /** The oldest server the tests know. */
    private static final int OLDEST_SERVER = 5;

    private static final String COLLECTION = "schema";

    private MongoSchema() {}

    /**
     * Makes what is missing.
     *
     * @throws MongoUnfitException if the server is too old or the documents too new
     */
    static void prepare(Mongo mongo, String place, Map<String, List<IndexModel>> collections) {
        checkServer(mongo, place);
        long version = Mongo.decide(() -> versionIn(mongo));
        checkDocuments(version, place);
        if (version < VERSION) {
            upgrade(mongo);
        }
        collections.forEach((name, indexes) -> mongo.makeIndexes(name, indexes));
    }

    private static void checkServer(Mongo mongo, String place) {
        String version = mongo.command(new BsonDocument("buildInfo", new BsonInt32(1)))
                .getString("version")
                .getValue();
        if (Integer.parseInt(version.substring(0, version.indexOf('.'))) < OLDEST_SERVER) {
            throw new MongoUnfitException(
                    place,
                    "has version " + version + ", and the oldest that will do is " + OLDEST_SERVER
                            + ".0; upgrade it, or name another one",
                    null);
        }
    }

    private static void checkDocuments(long version, String place) {
        if (version > VERSION) {
            throw new MongoUnfitException(
                    place,
                    "was last used by a newer version (its documents have version " + version
                            + ", this one knows those up to " + VERSION
                            + "); start the version that last used it, or restore a backup",
                    null);
        }
    }

    /** Whichever axis is here: both may share a database, and with it the version. */
    private static void upgrade(Mongo mongo) {
        DisplayNameKeys.fillIn(mongo);
        UnsealedLinks.fillIn(mongo);
        mongo.ask(mongo.collection(COLLECTION)
                .updateOne(eq(MongoDocument.ID, COLLECTION), max("version", (long) VERSION)));
    }

    /** Ours, if there is none yet; no answer when another instance wrote its own meanwhile. */
    private static Optional<Long> versionIn(Mongo mongo) {
        MongoCollection<BsonDocument> collection = mongo.collection(COLLECTION);
        Optional<MongoDocument> written =
                mongo.find(collection.find(eq(MongoDocument.ID, COLLECTION))).map(MongoDocument::of);
        if (written.isPresent()) {
            return written.map(document -> document.number("version"));
        }
        BsonDocument first =
                MongoDocument.withId(COLLECTION).with("version", VERSION).bson();
        return mongo.insert(collection.insertOne(first)) ? Optional.of((long) VERSION) : Optional.empty();
    }
}
