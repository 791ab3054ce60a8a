package dev.sallyport.adapters.mongo;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The collections that need more than their {@code _id}, each with its indexes. */
final class MongoIndexes {

    /**
     * What has expired is swept away by the service too. An hour late, so that a server whose clock is ahead of ours removes nothing that
     * still counts.
     */
    private static final IndexOptions AN_HOUR_LATER = new IndexOptions().expireAfter(1L, TimeUnit.HOURS);

    private static final IndexOptions UNIQUE = new IndexOptions().unique(true);

    /** Without a place for documents that lack the field, of which there may be many. */
    private static final IndexOptions IF_ANY = new IndexOptions().sparse(true);

    private static final IndexOptions UNIQUE_IF_ANY =
            new IndexOptions().unique(true).sparse(true);

    static final Map<String, List<IndexModel>> ACCOUNTS = Map.of(
            "users",
            List.of(
                    new IndexModel(ascending("email"), UNIQUE),
                    new IndexModel(ascending("username_key"), UNIQUE_IF_ANY),
                    new IndexModel(ascending("display_name_key"), IF_ANY),
                    // Lists, newest first
                    new IndexModel(compoundIndex(ascending("status"), descending(MongoDocument.ID))),
                    new IndexModel(compoundIndex(ascending("role_name", "status"), descending(MongoDocument.ID))),
                    // For the purge, which must not read the accounts that are in use
                    new IndexModel(ascending("deleted_at"), IF_ANY)),
            "audit_events",
            List.of(
                    // Not unique, or the collection could not be sharded by its ids
                    new IndexModel(ascending("chain_id", "sequence")),
                    // Lists, newest first
                    new IndexModel(compoundIndex(ascending("subject_id"), descending(MongoDocument.ID))),
                    new IndexModel(compoundIndex(ascending("actor_id"), descending(MongoDocument.ID))),
                    new IndexModel(compoundIndex(ascending("event_type"), descending(MongoDocument.ID))),
                    // For those who are forgotten, batch by batch, past what is erased already
                    new IndexModel(ascending("actor_id", "address")),
                    new IndexModel(ascending("subject_id", "actor_id", "address"))),
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
            List.of(new IndexModel(ascending("ends_at"), AN_HOUR_LATER)),
            "one_time_tokens",
            List.of(new IndexModel(ascending("expires_at"), AN_HOUR_LATER)));

    private MongoIndexes() {}
}
