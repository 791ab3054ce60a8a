package dev.sallyport.domain.audit;

import dev.sallyport.domain.Uuid7;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Names one audit event; a UUIDv7, so ids sort by time. */
public record AuditEventId(UUID value) {

    public static AuditEventId next(Instant now, RandomGenerator random) {
        return new AuditEventId(Uuid7.next(now, random));
    }

    public static Optional<AuditEventId> parse(String text) {
        return Uuid7.parse(text).map(AuditEventId::new);
    }

    /** Less than every other id of this millisecond or later, greater than every one before. */
    public static AuditEventId firstAt(Instant instant) {
        return new AuditEventId(Uuid7.first(instant));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
