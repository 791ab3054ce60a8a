package dev.sallyport.domain.audit;

import dev.sallyport.domain.Uuid7;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Names one audit event; a UUIDv7, so ids sort by time. */
public record AuditEventId(UUID value) {

    public static AuditEventId next(Instant now, RandomGenerator random) {
        return new AuditEventId(Uuid7.next(now, random));
    }
}
