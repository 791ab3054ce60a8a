package dev.sallyport.adapters.sql.audit;

import dev.sallyport.adapters.sql.CarriedRows;
import io.micronaut.data.annotation.Query;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The statements on {@code audit_events}, in SQL that every dialect reads. */
interface AuditRows extends CarriedRows<AuditRow> {

    String INTO = """
            INSERT INTO audit_events (id, happened_at, event_type, actor_id, subject_id, session_id, address, network,
                user_agent, request_id, details, chain_id, sequence, previous_hash, hash, personal_hash, salt)
            """;

    String INSERT = INTO + """
            VALUES (:id, :happenedAt, :eventType, :actorId, :subjectId, :sessionId, :address, :network,
                :userAgent, :requestId, :details, :chainId, :sequence, :previousHash, :hash, :personalHash, :salt)
            """;

    String CHAIN = """
            SELECT * FROM audit_events WHERE chain_id = :chainId AND sequence > :after
            ORDER BY chain_id, sequence LIMIT :max
            """;

    String CHAIN_AFTER = """
            SELECT chain_id FROM audit_events WHERE chain_id > :chainId ORDER BY chain_id, sequence LIMIT 1
            """;

    String BEGINNING = """
            SELECT id FROM audit_events WHERE chain_id = :chainId AND sequence <= :sequence
            ORDER BY chain_id, sequence LIMIT :max
            """;

    String UNSEALED = """
            SELECT id FROM audit_events WHERE id < :below AND sequence < 1 ORDER BY id LIMIT :max
            """;

    String TELLING = "SELECT id FROM audit_events WHERE tells_of = :person LIMIT :max";

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

    /** Ordered by the chain too, though there is but one: H2 then reads along the index and stops after {@code max}. */
    @Query(CHAIN)
    List<AuditRow> findChain(String chainId, long after, int max);

    @Query(CHAIN_AFTER)
    Optional<String> findChainAfter(String chainId);

    @Query(BEGINNING)
    List<String> findBeginning(String chainId, long sequence, int max);

    @Query(UNSEALED)
    List<String> findUnsealed(String below, int max);

    @Query("DELETE FROM audit_events WHERE id IN (:ids)")
    int remove(List<String> ids);

    @Query(TELLING)
    List<String> findTelling(String person, int max);

    @Query("""
            UPDATE audit_events SET address = :address, network = :network, user_agent = NULL, salt = NULL
            WHERE id IN (:ids)
            """)
    int erase(List<String> ids, String address, String network);
}
