package dev.sallyport.adapters.sql.intention;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The statements on {@code intentions}, in SQL that every dialect reads. */
interface IntentionRows extends GenericRepository<IntentionRow, String> {

    @Query("INSERT INTO intentions (id, version, announced) VALUES (:id, :version, :announced)")
    void insert(IntentionRow row);

    @Query("SELECT * FROM intentions WHERE id = :id")
    Optional<IntentionRow> findById(String id);

    @Query("""
            UPDATE intentions SET version = :version, announced = :announced
            WHERE id = :id AND version = :expectedVersion
            """)
    int replace(String id, long expectedVersion, long version, String announced);
}
