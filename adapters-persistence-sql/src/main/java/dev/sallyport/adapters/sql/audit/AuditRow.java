package dev.sallyport.adapters.sql.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
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
        String details) {}
