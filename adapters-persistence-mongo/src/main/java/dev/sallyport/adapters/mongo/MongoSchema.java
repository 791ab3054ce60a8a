package dev.sallyport.adapters.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * The collections with their indexes, made at the start where they are not there yet; instances that start together make them once.
 *
 * <p>Conventions: {@code _id} is a UUID as lower-case text (a role's name, an attempt's key), so that documents sort alike in every
 * database; fields are named like the columns in SQL; a field without a value is absent. What must match in any case is stored in the
 * canonical form that the domain makes.
 */
final class MongoSchema {

    /** Of the documents. A greater one in the database was made by a newer jar, which may have changed what they mean. */
    static final int VERSION = 1;

    /** The oldest server the tests know. */
    private static final int OLDEST_SERVER = 5;

    private static final String COLLECTION = "schema";

    /**
     * What has expired is swept away by the service too. An hour late, so that a server whose clock is ahead of ours removes nothing that
     * still counts.
     */
    private static final IndexOptions AN_HOUR_LATER = new IndexOptions().expireAfter(1L, TimeUnit.HOURS);

    private static final IndexOptions UNIQUE = new IndexOptions().unique(true);

    /** Without a place for documents that lack the field, of which there may be many. */
    private static final IndexOptions UNIQUE_IF_ANY =
            new IndexOptions().unique(true).sparse(true);

    static final Map<String, List<IndexModel>> ACCOUNTS = Map.of(
            "users",
            List.of(
                    new IndexModel(ascending("email"), UNIQUE),
                    new IndexModel(ascending("username_key"), UNIQUE_IF_ANY)),
            "audit_events",
            // The latest events about an account, in the order in which they are read
            List.of(new IndexModel(
                    compoundIndex(ascending("subject_id"), descending("happened_at", MongoDocument.ID)))),
            "sealed_keys",
            // The purpose while the key is active: a purpose has one active key, and any number of others
            List.of(new IndexModel(ascending("active_purpose"), UNIQUE_IF_ANY)));

    static final Map<String, List<IndexModel>> TOKENS = Map.of(
            "sessions",
            List.of(
                    // A user's sessions by age: for the list, and to find the oldest beyond the limit
                    new IndexModel(compoundIndex(ascending("user_id"), descending("created_at", MongoDocument.ID))),
                    // For the sweep too, which must not read the sessions that live
                    new IndexModel(ascending("expires_at"), AN_HOUR_LATER)),
            "attempts",
            List.of(new IndexModel(ascending("ends_at"), AN_HOUR_LATER)));

    private MongoSchema() {}

    /**
     * Makes what is missing.
     *
     * @throws MongoUnfitException if the server is too old or the documents too new
     */
    static void prepare(Mongo mongo, String place, Map<String, List<IndexModel>> collections) {
        checkServer(mongo, place);
        checkDocuments(mongo, place);
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

    private static void checkDocuments(Mongo mongo, String place) {
        long version = Mongo.decide(() -> versionIn(mongo));
        if (version > VERSION) {
            throw new MongoUnfitException(
                    place,
                    "was last used by a newer version (its documents have version " + version
                            + ", this one knows those up to " + VERSION
                            + "); start the version that last used it, or restore a backup",
                    null);
        }
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
