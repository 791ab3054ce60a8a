package dev.sallyport.adapters.sql.key;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The statements on {@code sealed_keys}, in SQL that every dialect reads. */
interface SealedKeyRows extends GenericRepository<SealedKeyRow, String> {

    @Query("""
            INSERT INTO sealed_keys (id, purpose, state, sealed, created_at, active_purpose)
            VALUES (:id, :purpose, :state, :sealed, :createdAt, :activePurpose)
            """)
    void insert(SealedKeyRow row);

    @Query("SELECT * FROM sealed_keys WHERE active_purpose = :purpose")
    Optional<SealedKeyRow> findActive(String purpose);

    @Query("SELECT * FROM sealed_keys ORDER BY created_at, id")
    List<SealedKeyRow> findAll();
}
