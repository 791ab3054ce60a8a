package dev.sallyport.domain.audit;

import dev.sallyport.domain.Uuid7;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Names one audit event; a UUIDv7, so ids sort by time. */
public record AuditEventId(UUID value) {

    private static final Instant LAST = Instant.ofEpochMilli((1L << 48) - 1);

    public static AuditEventId next(Instant now, RandomGenerator random) {
        return new AuditEventId(Uuid7.next(now, random));
    }

    public static Optional<AuditEventId> parse(String text) {
        return Uuid7.parse(text).map(AuditEventId::new);
    }

    /**
     * Less than every other id of this millisecond or later, greater than every one before. A time that no id can tell counts as the
     * first or the last that one can.
     */
    public static AuditEventId firstAt(Instant instant) {
        Instant least = instant.isBefore(Instant.EPOCH) ? Instant.EPOCH : instant;
        return new AuditEventId(Uuid7.first(least.isAfter(LAST) ? LAST : least));
    }

    /** Less than every other id of the next millisecond or later, greater than this one. */
    public AuditEventId firstAfter() {
        return firstAt(Instant.ofEpochMilli((value.getMostSignificantBits() >>> 16) + 1));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
