package dev.sallyport.adapters.sql.user;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of {@code users}; instants in epoch milliseconds. */
@MappedEntity("users")
record UserRow(
        @Id String id,
        String email,
        boolean emailVerified,
        @Nullable String username,
        @Nullable String usernameKey,
        @Nullable String displayName,
        String metadata,
        String passwordHash,
        long credentialsVersion,
        String roleName,
        String roleScope,
        String status,
        long version,
        long createdAt,
        long updatedAt,
        @Nullable Long lastSignInAt,
        @Nullable Long deletedAt) {

    /** Without address and password hash, which do not belong into logs. */
    @Override
    public String toString() {
        return "UserRow[" + id + ", version " + version + "]";
    }
}
