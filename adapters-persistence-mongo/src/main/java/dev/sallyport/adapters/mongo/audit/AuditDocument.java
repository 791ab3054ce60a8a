package dev.sallyport.adapters.mongo.audit;

import dev.sallyport.adapters.mongo.MongoDocument;
import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditHash;
import dev.sallyport.domain.audit.AuditLink;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.token.Salt;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.user.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a record is written into the collection {@code audit_events}, and read. */
final class AuditDocument {

    private AuditDocument() {}

    static MongoDocument of(AuditRecord record) {
        AuditEvent event = record.event();
        UserId actor = event.actor();
        UserId subject = event.subject();
        SessionId session = event.session();
        Origin origin = event.origin();
        AuditLink link = record.link();
        Salt salt = link.salt();
        return MongoDocument.withId(event.id().toString())
                .with("happened_at", event.at())
                .with("event_type", event.type().code())
                .with("actor_id", actor == null ? null : actor.toString())
                .with("subject_id", subject == null ? null : subject.toString())
                .with("session_id", session == null ? null : session.toString())
                .with("address", origin.address().text())
                .with("network", origin.address().network())
                .with("user_agent", origin.userAgent())
                .with("request_id", origin.requestId())
                .with("details", event.details())
                .with("chain_id", link.chain().toString())
                .with("sequence", link.sequence())
                .with("previous_hash", link.previous().value())
                .with("hash", link.hash().value())
                .with("personal_hash", link.personal().value())
                .with("salt", salt == null ? null : salt.value());
    }

    static AuditRecord toRecord(MongoDocument document) {
        return new AuditRecord(toEvent(document), toLink(document));
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

    private static AuditLink toLink(MongoDocument document) {
        return new AuditLink(
                new ChainId(UUID.fromString(document.text("chain_id"))),
                document.number("sequence"),
                new AuditHash(document.text("previous_hash")),
                new AuditHash(document.text("hash")),
                new AuditHash(document.text("personal_hash")),
                document.textIfAny("salt").map(Salt::new).orElse(null));
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
        return AuditType.ofCode(code)
                .orElseThrow(() -> new IllegalStateException("An event of a type this version does not know: " + code));
    }
}
