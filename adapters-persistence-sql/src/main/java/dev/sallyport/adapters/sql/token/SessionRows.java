package dev.sallyport.adapters.sql.token;

import dev.sallyport.adapters.sql.CarriedRows;
import io.micronaut.data.annotation.Query;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements on {@code sessions}, in SQL that every dialect reads. */
interface SessionRows extends CarriedRows<SessionRow> {

    String INSERT = """
            INSERT INTO sessions (id, user_id, generation, salt, credentials_version, address, network, user_agent, request_id,
                created_at, last_used_at, expires_at)
            VALUES (:id, :userId, :generation, :salt, :credentialsVersion, :address, :network, :userAgent, :requestId,
                :createdAt, :lastUsedAt, :expiresAt)
            """;

    @Override
    @Query(INSERT)
    void insert(SessionRow row);

    @Override
    @Query(INSERT)
    void insertAll(List<SessionRow> rows);

    @Override
    @Query("SELECT * FROM sessions WHERE id > :key ORDER BY id LIMIT :max")
    List<SessionRow> findAfter(String key, int max);

    @Override
    @Query("SELECT id FROM sessions WHERE id IN (:keys)")
    Set<String> findKeys(List<String> keys);

    @Override
    @Query("SELECT COUNT(*) FROM sessions")
    long count();

    /** Newest first, without the first {@code limit}. MySQL knows no OFFSET without a LIMIT; this one is the largest INTEGER. */
    @Query("""
            SELECT id FROM sessions WHERE user_id = :userId
            ORDER BY created_at DESC, id DESC LIMIT 2147483647 OFFSET :limit
            """)
    List<String> findIdsBeyond(String userId, int limit);

    @Query("SELECT * FROM sessions WHERE id = :id")
    Optional<SessionRow> findById(String id);

    @Query("""
            SELECT * FROM sessions WHERE user_id = :userId AND expires_at > :now
            ORDER BY created_at DESC, id DESC LIMIT :max
            """)
    List<SessionRow> findLive(String userId, long now, int max);

    @Query("""
            UPDATE sessions SET generation = :generation, salt = :salt, credentials_version = :credentialsVersion,
                address = :address, network = :network, user_agent = :userAgent, request_id = :requestId,
                created_at = :createdAt, last_used_at = :lastUsedAt, expires_at = :expiresAt
            WHERE id = :id AND generation = :expectedGeneration AND credentials_version = :expectedCredentialsVersion
            """)
    int replace(
            String id,
            long expectedGeneration,
            long expectedCredentialsVersion,
            long generation,
            String salt,
            long credentialsVersion,
            String address,
            String network,
            @Nullable String userAgent,
            String requestId,
            long createdAt,
            long lastUsedAt,
            long expiresAt);

    @Query("DELETE FROM sessions WHERE id = :id AND user_id = :userId")
    int end(String id, String userId);

    @Query("DELETE FROM sessions WHERE user_id = :userId")
    int endAll(String userId);

    @Query("DELETE FROM sessions WHERE user_id = :userId AND id <> :kept")
    int endOthers(String userId, String kept);

    @Query("DELETE FROM sessions WHERE expires_at < :now")
    int sweep(long now);
}
