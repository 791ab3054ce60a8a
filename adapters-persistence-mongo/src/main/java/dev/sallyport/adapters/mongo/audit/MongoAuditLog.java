package dev.sallyport.adapters.mongo.audit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.sallyport.adapters.mongo.Mongo;
import dev.sallyport.adapters.mongo.MongoDocument;
import dev.sallyport.adapters.mongo.MongoHoldings;
import dev.sallyport.adapters.mongo.MongoProperties;
import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.user.UserId;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Audit events in the collection {@code audit_events}. */
@Singleton
@Bean(typed = MongoAuditLog.class)
@Requires(property = MongoProperties.ACCOUNTS)
public final class MongoAuditLog implements AuditLog, Holdings<AuditEvent> {

    private final Mongo mongo;
    private final MongoCollection<BsonDocument> events;
    private final MongoHoldings<AuditEvent> holdings;

    MongoAuditLog(@Named(MongoProperties.ACCOUNTS) Mongo mongo) {
        this.mongo = mongo;
        this.events = mongo.collection("audit_events");
        this.holdings = new MongoHoldings<>(mongo, events, MongoAuditLog::toDocument, MongoAuditLog::toEvent);
    }

    /** An id that is there already is this call repeated: the event is recorded. */
    @Override
    public void record(AuditEvent event) {
        mongo.insert(events.insertOne(toDocument(event).bson()));
    }

    @Override
    public List<AuditEvent> about(UserId subject, int max) {
        return mongo
                .first(
                        max,
                        events.find(eq("subject_id", subject.toString()))
                                .sort(descending("happened_at", MongoDocument.ID)))
                .stream()
                .map(MongoDocument::of)
                .map(MongoAuditLog::toEvent)
                .toList();
    }

    @Override
    public String idOf(AuditEvent event) {
        return holdings.idOf(event);
    }

    @Override
    public Stream<AuditEvent> after(String after) {
        return holdings.after(after);
    }

    @Override
    public void restore(List<AuditEvent> records) {
        holdings.restore(records);
    }

    @Override
    public long count() {
        return holdings.count();
    }

    private static MongoDocument toDocument(AuditEvent event) {
        UserId actor = event.actor();
        UserId subject = event.subject();
        SessionId session = event.session();
        Origin origin = event.origin();
        return MongoDocument.withId(event.id().value().toString())
                .with("happened_at", event.at())
                .with("event_type", event.type().code())
                .with("actor_id", actor == null ? null : actor.toString())
                .with("subject_id", subject == null ? null : subject.toString())
                .with("session_id", session == null ? null : session.toString())
                .with("address", origin.address().text())
                .with("network", origin.address().network())
                .with("user_agent", origin.userAgent())
                .with("request_id", origin.requestId())
                .with("details", event.details());
    }

    private static AuditEvent toEvent(MongoDocument document) {
        return new AuditEvent(
                new AuditEventId(UUID.fromString(document.id())),
                document.instant("happened_at"),
                toType(document.text("event_type")),
                toUserId(document, "actor_id"),
                toUserId(document, "subject_id"),
                document.textIfAny("session_id")
                        .map(id -> new SessionId(UUID.fromString(id)))
                        .orElse(null),
                toOrigin(document),
                document.textsByName("details"));
    }

    private static Origin toOrigin(MongoDocument document) {
        return new Origin(
                new ClientAddress(document.text("address"), document.text("network")),
                document.textIfAny("user_agent").orElse(null),
                document.text("request_id"));
    }

    private static @Nullable UserId toUserId(MongoDocument document, String field) {
        return document.textIfAny(field)
                .map(id -> new UserId(UUID.fromString(id)))
                .orElse(null);
    }

    private static AuditType toType(String code) {
        return Arrays.stream(AuditType.values())
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("An event of a type this version does not know: " + code));
    }
}
