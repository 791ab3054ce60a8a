package dev.sallyport.adapters.sql.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The statements on {@code audit_events}, in SQL that every dialect reads. */
interface AuditRows extends GenericRepository<AuditRow, String> {

    @Query("""
            INSERT INTO audit_events (id, happened_at, event_type, actor_id, subject_id, session_id, address, network,
                user_agent, request_id, details)
            VALUES (:id, :happenedAt, :eventType, :actorId, :subjectId, :sessionId, :address, :network,
                :userAgent, :requestId, :details)
            """)
    void insert(AuditRow row);

    /** Ordered by the subject too, though there is but one: H2 then reads along the index and stops after {@code max}. */
    @Query("""
            SELECT * FROM audit_events WHERE subject_id = :subjectId
            ORDER BY subject_id, happened_at DESC, id DESC LIMIT :max
            """)
    List<AuditRow> findAbout(String subjectId, int max);
}
