package dev.sallyport.adapters.mongo.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import dev.sallyport.adapters.mongo.MongoDocument;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;

/** What a filter means in the collection {@code audit_events}, to be read by id downwards: each index for lists ends in the id. */
final class AuditQuery {

    private AuditQuery() {}

    static Bson of(AuditFilter filter) {
        List<Bson> all = new ArrayList<>();
        UserId subject = filter.subject();
        if (subject != null) {
            all.add(eq("subject_id", subject.toString()));
        }
        UserId actor = filter.actor();
        if (actor != null) {
            all.add(eq("actor_id", actor.toString()));
        }
        AuditType type = filter.type();
        if (type != null) {
            all.add(eq("event_type", type.code()));
        }
        AuditEventId from = filter.from();
        if (from != null) {
            all.add(gte(MongoDocument.ID, from.toString()));
        }
        AuditEventId below = filter.below();
        if (below != null) {
            all.add(lt(MongoDocument.ID, below.toString()));
        }
        return all.isEmpty() ? empty() : and(all);
    }
}
