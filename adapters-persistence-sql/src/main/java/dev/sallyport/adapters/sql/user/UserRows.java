package dev.sallyport.adapters.sql.user;

import dev.sallyport.adapters.sql.CarriedRows;
import io.micronaut.data.annotation.Query;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements on {@code users}, in SQL that every dialect reads. */
interface UserRows extends CarriedRows<UserRow> {

    String INSERT = """
            INSERT INTO users (id, email, email_verified, username, username_key, display_name, display_name_key, metadata,
                password_hash, credentials_version, role_name, role_scope, status, suspension_reason, suspended_until, version,
                created_at, updated_at, last_sign_in_at, deleted_at)
            VALUES (:id, :email, :emailVerified, :username, :usernameKey, :displayName, :displayNameKey, :metadata,
                :passwordHash, :credentialsVersion, :roleName, :roleScope, :status, :suspensionReason, :suspendedUntil, :version,
                :createdAt, :updatedAt, :lastSignInAt, :deletedAt)
            """;

    String DELETED_BEFORE = """
            SELECT * FROM users WHERE status = 'DELETED' AND deleted_at < :instant
            ORDER BY status, deleted_at, id LIMIT :max
            """;

    @Override
    @Query(INSERT)
    void insert(UserRow row);

    @Override
    @Query(INSERT)
    void insertAll(List<UserRow> rows);

    @Override
    @Query("SELECT * FROM users WHERE id > :key ORDER BY id LIMIT :max")
    List<UserRow> findAfter(String key, int max);

    @Override
    @Query("SELECT id FROM users WHERE id IN (:keys)")
    Set<String> findKeys(List<String> keys);

    @Override
    @Query("SELECT COUNT(*) FROM users")
    long count();

    @Query("SELECT * FROM users WHERE id = :id")
    Optional<UserRow> findById(String id);

    @Query("SELECT * FROM users WHERE email = :email")
    Optional<UserRow> findByEmail(String email);

    @Query("SELECT * FROM users WHERE username_key = :usernameKey")
    Optional<UserRow> findByUsernameKey(String usernameKey);

    @Query("""
            UPDATE users SET email = :email, email_verified = :emailVerified, username = :username,
                username_key = :usernameKey, display_name = :displayName, display_name_key = :displayNameKey,
                metadata = :metadata, password_hash = :passwordHash, credentials_version = :credentialsVersion,
                role_name = :roleName, role_scope = :roleScope, status = :status, suspension_reason = :suspensionReason,
                suspended_until = :suspendedUntil, version = :version, created_at = :createdAt, updated_at = :updatedAt,
                deleted_at = :deletedAt
            WHERE id = :id AND version = :expectedVersion
            """)
    int replace(
            String id,
            long expectedVersion,
            String email,
            boolean emailVerified,
            @Nullable String username,
            @Nullable String usernameKey,
            @Nullable String displayName,
            @Nullable String displayNameKey,
            String metadata,
            String passwordHash,
            long credentialsVersion,
            String roleName,
            String roleScope,
            String status,
            @Nullable String suspensionReason,
            @Nullable Long suspendedUntil,
            long version,
            long createdAt,
            long updatedAt,
            @Nullable Long deletedAt);

    @Query("""
            UPDATE users SET last_sign_in_at = :at
            WHERE id = :id AND (last_sign_in_at IS NULL OR last_sign_in_at < :at)
            """)
    int recordSignIn(String id, long at);

    /** Ordered by the status too, though there is but one: H2 then reads along the index and stops after {@code max}. */
    @Query(DELETED_BEFORE)
    List<UserRow> findDeletedBefore(long instant, int max);

    @Query("DELETE FROM users WHERE id = :id AND version = :version")
    int remove(String id, long version);
}
