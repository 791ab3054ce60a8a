package dev.sallyport.adapters.sql.role;

import dev.sallyport.adapters.sql.CarriedRows;
import io.micronaut.data.annotation.Query;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The statements on {@code roles}, in SQL that every dialect reads. */
interface RoleRows extends CarriedRows<RoleRow> {

    String INSERT = "INSERT INTO roles (name, tier, permissions) VALUES (:name, :tier, :permissions)";

    @Override
    @Query(INSERT)
    void insert(RoleRow row);

    @Override
    @Query(INSERT)
    void insertAll(List<RoleRow> rows);

    @Override
    @Query("SELECT * FROM roles WHERE name > :key ORDER BY name LIMIT :max")
    List<RoleRow> findAfter(String key, int max);

    @Override
    @Query("SELECT name FROM roles WHERE name IN (:keys)")
    Set<String> findKeys(List<String> keys);

    @Override
    @Query("SELECT COUNT(*) FROM roles")
    long count();

    @Query("UPDATE roles SET tier = :tier, permissions = :permissions WHERE name = :name")
    int update(String name, int tier, String permissions);

    @Query("""
            UPDATE roles SET tier = :tier, permissions = :permissions
            WHERE name = :name AND tier = :expectedTier AND permissions = :expectedPermissions
            """)
    int replace(String name, int expectedTier, String expectedPermissions, int tier, String permissions);

    @Query("DELETE FROM roles WHERE name = :name AND tier = :tier AND permissions = :permissions")
    int remove(String name, int tier, String permissions);

    @Query("SELECT * FROM roles WHERE name = :name")
    Optional<RoleRow> findByName(String name);

    @Query("SELECT * FROM roles ORDER BY tier DESC, name")
    List<RoleRow> findAll();
}
