package dev.sallyport.adapters.sql.user;

import dev.sallyport.adapters.sql.EpochMillis;
import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.role.RoleAssignment;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.Scope;
import dev.sallyport.domain.user.Credentials;
import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.Email;
import dev.sallyport.domain.user.Metadata;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.Suspension;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.domain.user.Username;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
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
        @Nullable Long lastSignInAt,
        @Nullable Long deletedAt) {

    static UserRow of(User user) {
        Username username = user.profile().username();
        DisplayName displayName = user.profile().displayName();
        Suspension suspension = user.suspension();
        return new UserRow(
                user.id().toString(),
                user.email().value(),
                user.emailVerified(),
                username == null ? null : username.value(),
                username == null ? null : username.key(),
                displayName == null ? null : displayName.value(),
                displayName == null ? null : displayName.key(),
                user.profile().metadata().json(),
                user.credentials().passwordHash().value(),
                user.credentials().version(),
                user.role().role().value(),
                user.role().scope().value(),
                user.status().name(),
                suspension == null ? null : suspension.reason(),
                suspension == null ? null : EpochMillis.of(suspension.until()),
                user.version(),
                user.createdAt().toEpochMilli(),
                user.updatedAt().toEpochMilli(),
                EpochMillis.of(user.lastSignInAt()),
                EpochMillis.of(user.deletedAt()));
    }

    User toUser() {
        return new User(
                new UserId(UUID.fromString(id)),
                new Email(email),
                emailVerified,
                toProfile(),
                new Credentials(new PasswordHash(passwordHash), credentialsVersion),
                new RoleAssignment(new RoleName(roleName), new Scope(roleScope)),
                UserStatus.valueOf(status),
                suspensionReason == null
                        ? null
                        : new Suspension(suspensionReason, EpochMillis.toInstant(suspendedUntil)),
                version,
                Instant.ofEpochMilli(createdAt),
                Instant.ofEpochMilli(updatedAt),
                EpochMillis.toInstant(lastSignInAt),
                EpochMillis.toInstant(deletedAt));
    }

    private Profile toProfile() {
        return new Profile(
                username == null ? null : new Username(username),
                displayName == null ? null : new DisplayName(displayName),
                new Metadata(metadata));
    }

    /** Without address and password hash, which do not belong into logs. */
    @Override
    public String toString() {
        return "UserRow[" + id + ", version " + version + "]";
    }
}
