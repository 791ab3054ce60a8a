package dev.sallyport.adapters.sql.token;

import dev.sallyport.adapters.sql.CarriedRows;
import io.micronaut.data.annotation.Query;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The statements on {@code one_time_tokens}, in SQL that every dialect reads. */
interface OneTimeTokenRows extends CarriedRows<OneTimeTokenRow> {

    String INSERT = """
            INSERT INTO one_time_tokens (token_hash, purpose, subject_id, created_at, expires_at, used_at)
            VALUES (:tokenHash, :purpose, :subjectId, :createdAt, :expiresAt, :usedAt)
            """;

    @Override
    @Query(INSERT)
    void insert(OneTimeTokenRow row);

    @Override
    @Query(INSERT)
    void insertAll(List<OneTimeTokenRow> rows);

    @Override
    @Query("SELECT * FROM one_time_tokens WHERE token_hash > :key ORDER BY token_hash LIMIT :max")
    List<OneTimeTokenRow> findAfter(String key, int max);

    @Override
    @Query("SELECT token_hash FROM one_time_tokens WHERE token_hash IN (:keys)")
    Set<String> findKeys(List<String> keys);

    @Override
    @Query("SELECT COUNT(*) FROM one_time_tokens")
    long count();

    @Query("SELECT * FROM one_time_tokens WHERE token_hash = :tokenHash AND purpose = :purpose")
    Optional<OneTimeTokenRow> find(String tokenHash, String purpose);

    @Query("UPDATE one_time_tokens SET used_at = :now WHERE token_hash = :tokenHash AND used_at IS NULL")
    int use(String tokenHash, long now);

    @Query("DELETE FROM one_time_tokens WHERE expires_at < :now")
    int sweep(long now);
}
