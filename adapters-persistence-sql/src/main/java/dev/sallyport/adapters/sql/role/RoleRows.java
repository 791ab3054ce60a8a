package dev.sallyport.adapters.sql.role;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The statements on {@code roles}, in SQL that every dialect reads. */
interface RoleRows extends GenericRepository<RoleRow, String> {

    @Query("INSERT INTO roles (name, tier, permissions) VALUES (:name, :tier, :permissions)")
    void insert(RoleRow row);

    @Query("UPDATE roles SET tier = :tier, permissions = :permissions WHERE name = :name")
    int update(String name, int tier, String permissions);

    @Query("SELECT * FROM roles WHERE name = :name")
    Optional<RoleRow> findByName(String name);

    @Query("SELECT * FROM roles ORDER BY tier DESC, name")
    List<RoleRow> findAll();
}
