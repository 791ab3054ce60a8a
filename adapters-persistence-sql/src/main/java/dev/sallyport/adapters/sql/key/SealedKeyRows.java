package dev.sallyport.adapters.sql.key;

import dev.sallyport.adapters.sql.CarriedRows;
import io.micronaut.data.annotation.Query;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The statements on {@code sealed_keys}, in SQL that every dialect reads. */
interface SealedKeyRows extends CarriedRows<SealedKeyRow> {

    String INSERT = """
            INSERT INTO sealed_keys (id, purpose, state, sealed, created_at, active_purpose)
            VALUES (:id, :purpose, :state, :sealed, :createdAt, :activePurpose)
            """;

    @Override
    @Query(INSERT)
    void insert(SealedKeyRow row);

    @Override
    @Query(INSERT)
    void insertAll(List<SealedKeyRow> rows);

    @Override
    @Query("SELECT * FROM sealed_keys WHERE id > :key ORDER BY id LIMIT :max")
    List<SealedKeyRow> findAfter(String key, int max);

    @Override
    @Query("SELECT id FROM sealed_keys WHERE id IN (:keys)")
    Set<String> findKeys(List<String> keys);

    @Override
    @Query("SELECT COUNT(*) FROM sealed_keys")
    long count();

    @Query("SELECT * FROM sealed_keys WHERE active_purpose = :purpose")
    Optional<SealedKeyRow> findActive(String purpose);

    @Query("SELECT * FROM sealed_keys ORDER BY created_at, id")
    List<SealedKeyRow> findAll();
}
