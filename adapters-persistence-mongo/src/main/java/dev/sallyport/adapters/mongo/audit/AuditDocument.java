package dev.sallyport.adapters.mongo.audit;

import dev.sallyport.adapters.mongo.MongoDocument;
import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.Uuid7;
import dev.sallyport.domain.audit.AuditEntry;
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
import java.util.Optional;
import org.bson.BSONException;
import org.bson.BsonValue;
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

    /** A record, unless somebody else wrote the document; whatever keeps it from being one, no value of ours does. */
    static AuditEntry toEntry(MongoDocument document) {
        try {
            return new AuditEntry.Legible(new AuditRecord(toEvent(document), toLink(document)));
        } catch (RuntimeException foreign) {
            return toIllegible(document);
        }
    }

    private static AuditEntry toIllegible(MongoDocument document) {
        try {
            ChainId chain = new ChainId(Uuid7.stored(document.text("chain_id")));
            return new AuditEntry.Illegible(document.id(), chain, toSequence(document));
        } catch (BSONException | IllegalArgumentException foreign) {
            return new AuditEntry.Illegible(document.id(), null, 0);
        }
    }

    /** A record; none if somebody else wrote the document. */
    static Optional<AuditRecord> toRecord(MongoDocument document) {
        return toEntry(document) instanceof AuditEntry.Legible(AuditRecord record)
                ? Optional.of(record)
                : Optional.empty();
    }

    private static AuditEvent toEvent(MongoDocument document) {
        return new AuditEvent(
                new AuditEventId(Uuid7.stored(document.id())),
                document.instant("happened_at"),
                toType(document.text("event_type")),
                toUserId(document, "actor_id"),
                toUserId(document, "subject_id"),
                document.textIfAny("session_id")
                        .map(id -> new SessionId(Uuid7.stored(id)))
                        .orElse(null),
                toOrigin(document),
                document.textsByName("details"));
    }

    private static AuditLink toLink(MongoDocument document) {
        return new AuditLink(
                new ChainId(Uuid7.stored(document.text("chain_id"))),
                toSequence(document),
                new AuditHash(document.text("previous_hash")),
                new AuditHash(document.text("hash")),
                new AuditHash(document.text("personal_hash")),
                document.textIfAny("salt").map(Salt::new).orElse(null));
    }

    /** A whole number: with a fraction it would stand elsewhere in the chain than it says. */
    private static long toSequence(MongoDocument document) {
        BsonValue sequence = document.bson().get("sequence");
        return sequence != null && sequence.isInt32()
                ? sequence.asInt32().getValue()
                : document.bson().getInt64("sequence").getValue();
    }

    private static Origin toOrigin(MongoDocument document) {
        return new Origin(
                new ClientAddress(document.text("address"), document.text("network")),
                document.textIfAny("user_agent").orElse(null),
                document.text("request_id"));
    }

    private static @Nullable UserId toUserId(MongoDocument document, String field) {
        return document.textIfAny(field).map(id -> new UserId(Uuid7.stored(id))).orElse(null);
    }

    private static AuditType toType(String code) {
        return AuditType.ofCode(code)
                .orElseThrow(
                        () -> new IllegalArgumentException("An event of a type this version does not know: " + code));
    }
}
