package dev.sallyport.adapters.sql.audit;

import dev.sallyport.adapters.sql.Clause;
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
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of {@code audit_events}; the instant in epoch milliseconds, the details as a JSON object. */
@MappedEntity("audit_events")
record AuditRow(
        @Id String id,
        long happenedAt,
        String eventType,
        @Nullable String actorId,
        @Nullable String subjectId,
        @Nullable String sessionId,
        String address,
        String network,
        @Nullable String userAgent,
        String requestId,
        String details,
        String chainId,
        long sequence,
        String previousHash,
        String hash,
        String personalHash,
        @Nullable String salt) {

    static AuditRow of(AuditRecord record) {
        AuditEvent event = record.event();
        UserId actor = event.actor();
        UserId subject = event.subject();
        SessionId session = event.session();
        Origin origin = event.origin();
        AuditLink link = record.link();
        Salt salt = link.salt();
        return new AuditRow(
                event.id().toString(),
                event.at().toEpochMilli(),
                event.type().code(),
                actor == null ? null : actor.toString(),
                subject == null ? null : subject.toString(),
                session == null ? null : session.toString(),
                origin.address().text(),
                origin.address().network(),
                origin.userAgent(),
                origin.requestId(),
                DetailsJson.write(event.details()),
                link.chain().toString(),
                link.sequence(),
                link.previous().value(),
                link.hash().value(),
                link.personal().value(),
                salt == null ? null : salt.value());
    }

    /** In the order of {@link AuditRows#INTO}. */
    Clause values() {
        return Clause.of(
                "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                happenedAt,
                eventType,
                actorId,
                subjectId,
                sessionId,
                address,
                network,
                userAgent,
                requestId,
                details,
                chainId,
                sequence,
                previousHash,
                hash,
                personalHash,
                salt);
    }

    /** A record, unless somebody else wrote the row; whatever keeps it from being one, no value of ours does. */
    AuditEntry toEntry() {
        try {
            return new AuditEntry.Legible(new AuditRecord(toEvent(), toLink()));
        } catch (RuntimeException foreign) {
            return new AuditEntry.Illegible(id, ChainId.stored(chainId).orElse(null), sequence);
        }
    }

    /** A record; none if somebody else wrote the row. */
    Optional<AuditRecord> toRecord() {
        return toEntry() instanceof AuditEntry.Legible(AuditRecord record) ? Optional.of(record) : Optional.empty();
    }

    private AuditEvent toEvent() {
        return new AuditEvent(
                new AuditEventId(Uuid7.stored(id)),
                Instant.ofEpochMilli(happenedAt),
                toType(eventType),
                toUserId(actorId),
                toUserId(subjectId),
                sessionId == null ? null : new SessionId(Uuid7.stored(sessionId)),
                new Origin(new ClientAddress(address, network), userAgent, requestId),
                DetailsJson.read(details));
    }

    private AuditLink toLink() {
        return new AuditLink(
                new ChainId(Uuid7.stored(chainId)),
                sequence,
                new AuditHash(previousHash),
                new AuditHash(hash),
                new AuditHash(personalHash),
                salt == null ? null : new Salt(salt));
    }

    private static @Nullable UserId toUserId(@Nullable String id) {
        return id == null ? null : new UserId(Uuid7.stored(id));
    }

    private static AuditType toType(String code) {
        return AuditType.ofCode(code)
                .orElseThrow(
                        () -> new IllegalArgumentException("An event of a type this version does not know: " + code));
    }

    /** Without the salt, and without where the request came from, which does not belong into logs. */
    @Override
    public String toString() {
        return "AuditRow[" + id + ", " + sequence + " of " + chainId + "]";
    }
}
