package dev.sallyport.adapters.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOneModel;
import dev.sallyport.domain.audit.AuditHash;
import org.bson.BsonDocument;

/** The links of audit records from before there were chains: each is a chain of its own that proves nothing. */
final class UnsealedLinks {

    private static final String CHAIN = "chain_id";

    private UnsealedLinks() {}

    static void fillIn(Mongo mongo) {
        new Backfill(mongo, mongo.collection("audit_events"), CHAIN, MongoDocument.ID, UnsealedLinks::update).run();
    }

    private static UpdateOneModel<BsonDocument> update(MongoDocument event) {
        String none = AuditHash.NONE.value();
        return new UpdateOneModel<>(
                eq(MongoDocument.ID, event.id()),
                combine(
                        set(CHAIN, event.id()),
                        set("sequence", 0L),
                        set("previous_hash", none),
                        set("hash", none),
                        set("personal_hash", none)));
    }
}
