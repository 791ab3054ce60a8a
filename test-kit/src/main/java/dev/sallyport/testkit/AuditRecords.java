package dev.sallyport.testkit;

import static dev.sallyport.testkit.People.NOON;

import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.Uuid7;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditHash;
import dev.sallyport.domain.audit.AuditLink;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditSeal;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.token.Salt;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Audit records, sealed. */
final class AuditRecords {

    static final AuditSeal SEAL = new AuditSeal(new SecretKeySpec(new byte[32], "HmacSHA256"));

    /** By the text of their ids: {@code UUID.compareTo} takes its halves for signed numbers. */
    static final Comparator<AuditRecord> NEWEST_FIRST = Comparator.comparing(
                    (AuditRecord record) -> record.event().id().toString())
            .reversed();

    private AuditRecords() {}

    static UserId somebody() {
        return UserId.next(NOON, People.RANDOM);
    }

    static ChainId chain() {
        return ChainId.next(NOON, People.RANDOM);
    }

    /** At which nobody else records anything. */
    static Instant someMoment() {
        return Instant.ofEpochMilli(People.RANDOM.nextLong(1L << 42, 1L << 46));
    }

    /** Not greater than the ids of all chains that are opened then. */
    static ChainId firstChainAt(Instant moment) {
        return new ChainId(Uuid7.first(moment));
    }

    static AuditEvent event(@Nullable UserId actor, @Nullable UserId subject) {
        return event(AuditType.SESSION_OPENED, actor, subject, NOON);
    }

    /** An event whose id is of that moment, while it happened as long before noon as that is after it. */
    static AuditEvent event(AuditType type, @Nullable UserId actor, @Nullable UserId subject, Instant moment) {
        return new AuditEvent(
                AuditEventId.next(moment, People.RANDOM),
                Backwards.from(NOON, moment),
                type,
                actor,
                subject,
                null,
                People.LAPTOP,
                Map.of("n", "1"));
    }

    /** Nothing is left out, and every text has the greatest length. */
    static AuditEvent full(UserId actor, UserId subject) {
        Origin origin = new Origin(
                new ClientAddress("f".repeat(45), "0".repeat(45)), "\"%_\\'".repeat(51) + "~", "r".repeat(64));
        return new AuditEvent(
                AuditEventId.next(NOON, People.RANDOM),
                NOON.plusMillis(456),
                AuditType.SESSION_ENDED,
                actor,
                subject,
                SessionId.next(subject, NOON, People.RANDOM),
                origin,
                Map.of("reason", "О'Браєн \"\\", "a_name", "👩🏽‍🚀 𝒜\n\t", "count", ""));
    }

    /** Without anything that can be left out. */
    static AuditEvent bare() {
        return new AuditEvent(
                AuditEventId.next(NOON, People.RANDOM),
                NOON,
                AuditType.SIGN_IN_FAILED,
                null,
                null,
                null,
                new Origin(ClientAddress.UNKNOWN, null, "r"),
                Map.of());
    }

    /** The first record of a chain of its own. */
    static AuditRecord sealed(AuditEvent event) {
        return sealed(chain(), event).getFirst();
    }

    /** The events as the first records of a chain. */
    static List<AuditRecord> sealed(ChainId chain, AuditEvent... events) {
        List<AuditRecord> records = new ArrayList<>();
        AuditHash previous = AuditHash.NONE;
        for (AuditEvent event : events) {
            AuditRecord record = SEAL.seal(event, chain, records.size() + 1, previous, Salt.next(People.RANDOM));
            records.add(record);
            previous = record.link().hash();
        }
        return List.copyOf(records);
    }

    /** The first records of a chain, about nobody. */
    static List<AuditRecord> several(ChainId chain, int count) {
        return sealed(
                chain, Stream.generate(() -> event(null, null)).limit(count).toArray(AuditEvent[]::new));
    }

    static AuditRecord unsealed(AuditEvent event) {
        return new AuditRecord(event, AuditLink.unsealed(event.id()));
    }

    static AuditRecord erased(AuditRecord record) {
        return record.erased();
    }
}
