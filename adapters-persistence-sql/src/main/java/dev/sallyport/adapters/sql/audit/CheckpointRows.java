package dev.sallyport.adapters.sql.audit;

import dev.sallyport.adapters.sql.CarriedRows;
import io.micronaut.data.annotation.Query;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The statements on {@code audit_checkpoints}, in SQL that every dialect reads. */
interface CheckpointRows extends CarriedRows<CheckpointRow> {

    String INSERT = """
            INSERT INTO audit_checkpoints (chain_id, base_count, base_hash, head_count, head_hash, signed_at, signature)
            VALUES (:chainId, :baseCount, :baseHash, :headCount, :headHash, :signedAt, :signature)
            """;

    @Override
    @Query(INSERT)
    void insert(CheckpointRow row);

    @Override
    @Query(INSERT)
    void insertAll(List<CheckpointRow> rows);

    @Override
    @Query("SELECT * FROM audit_checkpoints WHERE chain_id > :key ORDER BY chain_id LIMIT :max")
    List<CheckpointRow> findAfter(String key, int max);

    @Override
    @Query("SELECT chain_id FROM audit_checkpoints WHERE chain_id IN (:keys)")
    Set<String> findKeys(List<String> keys);

    @Override
    @Query("SELECT COUNT(*) FROM audit_checkpoints")
    long count();

    @Query("SELECT * FROM audit_checkpoints WHERE chain_id = :chainId")
    Optional<CheckpointRow> findByChain(String chainId);

    @Query("SELECT * FROM audit_checkpoints ORDER BY chain_id DESC LIMIT :max")
    List<CheckpointRow> findLast(int max);

    @Query("SELECT * FROM audit_checkpoints WHERE chain_id < :below ORDER BY chain_id DESC LIMIT :max")
    List<CheckpointRow> findLastBelow(String below, int max);

    @Query("""
            UPDATE audit_checkpoints SET base_count = :baseCount, base_hash = :baseHash, head_count = :headCount,
                head_hash = :headHash, signed_at = :signedAt, signature = :signature
            WHERE chain_id = :chainId AND signature = :expectedSignature
            """)
    int replace(
            String chainId,
            String expectedSignature,
            long baseCount,
            String baseHash,
            long headCount,
            String headHash,
            long signedAt,
            String signature);
}
