package dev.sallyport.adapters.sql.audit;

import dev.sallyport.adapters.sql.CarriedRows;
import io.micronaut.data.annotation.Query;
import java.util.List;
import java.util.Set;

/** The statements on {@code audit_events}, in SQL that every dialect reads. */
interface AuditRows extends CarriedRows<AuditRow> {

    String INSERT = """
            INSERT INTO audit_events (id, happened_at, event_type, actor_id, subject_id, session_id, address, network,
                user_agent, request_id, details)
            VALUES (:id, :happenedAt, :eventType, :actorId, :subjectId, :sessionId, :address, :network,
                :userAgent, :requestId, :details)
            """;

    @Override
    @Query(INSERT)
    void insert(AuditRow row);

    @Override
    @Query(INSERT)
    void insertAll(List<AuditRow> rows);

    @Override
    @Query("SELECT * FROM audit_events WHERE id > :key ORDER BY id LIMIT :max")
    List<AuditRow> findAfter(String key, int max);

    @Override
    @Query("SELECT id FROM audit_events WHERE id IN (:keys)")
    Set<String> findKeys(List<String> keys);

    @Override
    @Query("SELECT COUNT(*) FROM audit_events")
    long count();

    /** Ordered by the subject too, though there is but one: H2 then reads along the index and stops after {@code max}. */
    @Query("""
            SELECT * FROM audit_events WHERE subject_id = :subjectId
            ORDER BY subject_id, happened_at DESC, id DESC LIMIT :max
            """)
    List<AuditRow> findAbout(String subjectId, int max);
}
