package dev.sallyport.domain.user;

import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.role.RoleAssignment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account. Immutable: a change is a new value, written by {@link UserStore#replace} if nobody was faster.
 *
 * @param role one assignment for now; the scope beside it is there so that organisations later break no schema
 * @param version counts every change but sign-ins; the compare in compare-and-set
 * @param lastSignInAt written by {@link UserStore#recordSignIn}, apart from {@code version}, so that people who sign in and people
 *     who edit do not collide
 */
public record User(
        UserId id,
        Email email,
        boolean emailVerified,
        Profile profile,
        Credentials credentials,
        RoleAssignment role,
        UserStatus status,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastSignInAt,
        @Nullable Instant deletedAt) {

    /** A new account, active, with the address not yet verified. */
    public static User register(
            UserId id, Email email, Profile profile, PasswordHash hash, RoleAssignment role, Instant now) {
        return new User(
                id, email, false, profile, new Credentials(hash, 1), role, UserStatus.ACTIVE, 1, now, now, null, null);
    }

    public User withProfile(Profile newProfile, Instant now) {
        return changed(newProfile, credentials, status, now, deletedAt);
    }

    public User withPassword(PasswordHash hash, Instant now) {
        return changed(profile, credentials.replacedBy(hash), status, now, deletedAt);
    }

    /** Same password, hashed anew: nothing that anybody can see has changed. */
    public User rehashed(PasswordHash sameSecret) {
        return changed(profile, credentials.rehashedAs(sameSecret), status, updatedAt, deletedAt);
    }

    public User deleted(Instant now) {
        return changed(profile, credentials.revoked(), UserStatus.DELETED, now, now);
    }

    /** As it reads once {@link UserStore#recordSignIn} has happened. */
    public User signedInAt(Instant now) {
        return new User(
                id,
                email,
                emailVerified,
                profile,
                credentials,
                role,
                status,
                version,
                createdAt,
                updatedAt,
                now,
                deletedAt);
    }

    private User changed(
            Profile newProfile,
            Credentials newCredentials,
            UserStatus newStatus,
            Instant at,
            @Nullable Instant newDeletedAt) {
        return new User(
                id,
                email,
                emailVerified,
                newProfile,
                newCredentials,
                role,
                newStatus,
                version + 1,
                createdAt,
                at,
                lastSignInAt,
                newDeletedAt);
    }
}
