package dev.sallyport.adapters.sql.apikey;

import dev.sallyport.adapters.sql.CarriedRows;
import io.micronaut.data.annotation.Query;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements on {@code api_keys}, in SQL that every dialect reads. */
interface ApiKeyRows extends CarriedRows<ApiKeyRow> {

    String INSERT = """
            INSERT INTO api_keys (id, name, creator_id, service_account, tier, permissions, current_hash, previous_hash,
                previous_until, version, created_at, expires_at, last_used_at)
            VALUES (:id, :name, :creatorId, :serviceAccount, :tier, :permissions, :currentHash, :previousHash,
                :previousUntil, :version, :createdAt, :expiresAt, :lastUsedAt)
            """;

    @Override
    @Query(INSERT)
    void insert(ApiKeyRow row);

    @Override
    @Query(INSERT)
    void insertAll(List<ApiKeyRow> rows);

    @Override
    @Query("SELECT * FROM api_keys WHERE id > :key ORDER BY id LIMIT :max")
    List<ApiKeyRow> findAfter(String key, int max);

    @Override
    @Query("SELECT id FROM api_keys WHERE id IN (:keys)")
    Set<String> findKeys(List<String> keys);

    @Override
    @Query("SELECT COUNT(*) FROM api_keys")
    long count();

    @Query("SELECT * FROM api_keys WHERE id = :id")
    Optional<ApiKeyRow> findById(String id);

    @Query("SELECT * FROM api_keys ORDER BY id DESC LIMIT :max")
    List<ApiKeyRow> findNewest(int max);

    @Query("SELECT * FROM api_keys WHERE id < :below ORDER BY id DESC LIMIT :max")
    List<ApiKeyRow> findNewestBelow(String below, int max);

    @Query("""
            UPDATE api_keys SET name = :name, creator_id = :creatorId, service_account = :serviceAccount, tier = :tier,
                permissions = :permissions, current_hash = :currentHash, previous_hash = :previousHash,
                previous_until = :previousUntil, version = :version, created_at = :createdAt, expires_at = :expiresAt
            WHERE id = :id AND version = :expectedVersion
            """)
    int replace(
            String id,
            long expectedVersion,
            String name,
            String creatorId,
            boolean serviceAccount,
            int tier,
            String permissions,
            String currentHash,
            @Nullable String previousHash,
            @Nullable Long previousUntil,
            long version,
            long createdAt,
            @Nullable Long expiresAt);

    @Query("DELETE FROM api_keys WHERE id = :id")
    int remove(String id);

    @Query("""
            UPDATE api_keys SET last_used_at = :at
            WHERE id = :id AND (last_used_at IS NULL OR last_used_at <= :unlessAfter)
            """)
    int recordUse(String id, long at, long unlessAfter);
}
