package dev.sallyport.domain.user;

import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.role.RoleAssignment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account. Immutable: a change is a new value, written by {@link UserStore#replace} if nobody was faster.
 *
 * @param role one assignment for now; the scope beside it is there so that organisations later break no schema
 * @param suspension why it is kept out, and until when; stays while the account is deleted, so that restoring lifts nothing
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
        @Nullable Suspension suspension,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastSignInAt,
        @Nullable Instant deletedAt) {

    /** A new account, active, with the address not yet verified. */
    public static User register(
            UserId id, Email email, Profile profile, PasswordHash hash, RoleAssignment role, Instant now) {
        return create(id, email, false, profile, hash, role, now);
    }

    /** A new account, active, by somebody who may vouch for the address. */
    public static User create(
            UserId id,
            Email email,
            boolean emailVerified,
            Profile profile,
            PasswordHash hash,
            RoleAssignment role,
            Instant now) {
        Credentials credentials = new Credentials(hash, 1);
        return new User(
                id, email, emailVerified, profile, credentials, role, UserStatus.ACTIVE, null, 1, now, now, null, null);
    }

    /** As it stands at an instant: a suspension that is over is none. Not a change: the version stays. */
    public User asOf(Instant now) {
        boolean over = status == UserStatus.SUSPENDED && suspension != null && suspension.isOver(now);
        return over ? with(profile, credentials, role, UserStatus.ACTIVE, null, deletedAt, version, updatedAt) : this;
    }

    public User withProfile(Profile newProfile, Instant now) {
        return changed(newProfile, credentials, role, status, suspension, now);
    }

    public User withPassword(PasswordHash hash, Instant now) {
        return changed(profile, credentials.replacedBy(hash), role, status, suspension, now);
    }

    /** Same password, hashed anew: nothing that anybody can see has changed. */
    public User rehashed(PasswordHash sameSecret) {
        return changed(profile, credentials.rehashedAs(sameSecret), role, status, suspension, updatedAt);
    }

    /** With more rights, or the same: sessions live on. */
    public User raisedTo(RoleAssignment newRole, Instant now) {
        return changed(profile, credentials, newRole, status, suspension, now);
    }

    /** With fewer rights: whatever was opened with the old ones is void. */
    public User loweredTo(RoleAssignment newRole, Instant now) {
        return changed(profile, credentials.revoked(), newRole, status, suspension, now);
    }

    public User suspended(Suspension newSuspension, Instant now) {
        return changed(profile, credentials.revoked(), role, UserStatus.SUSPENDED, newSuspension, now);
    }

    /** No longer suspended. */
    public User activated(Instant now) {
        return changed(profile, credentials, role, UserStatus.ACTIVE, null, now);
    }

    public User deleted(Instant now) {
        return with(profile, credentials.revoked(), role, UserStatus.DELETED, suspension, now, version + 1, now);
    }

    /**
     * Deleted so long ago that nobody can restore it any more: what it is while it is being purged.
     *
     * @see #isBeingPurged()
     */
    public User beingPurged(Instant now) {
        return with(
                profile, credentials.revoked(), role, UserStatus.DELETED, suspension, Instant.EPOCH, version + 1, now);
    }

    /** Whether somebody has begun to purge it, at {@code updatedAt}. */
    public boolean isBeingPurged() {
        return status == UserStatus.DELETED && Instant.EPOCH.equals(deletedAt);
    }

    /** No longer deleted, but suspended still if it was. */
    public User restored(Instant now) {
        UserStatus before = suspension == null ? UserStatus.ACTIVE : UserStatus.SUSPENDED;
        return with(profile, credentials, role, before, suspension, null, version + 1, now);
    }

    /** The same but for its version: whoever is about to change it has to look again. */
    public User touched() {
        return with(profile, credentials, role, status, suspension, deletedAt, version + 1, updatedAt);
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
                suspension,
                version,
                createdAt,
                updatedAt,
                now,
                deletedAt);
    }

    private User changed(
            Profile newProfile,
            Credentials newCredentials,
            RoleAssignment newRole,
            UserStatus newStatus,
            @Nullable Suspension newSuspension,
            Instant at) {
        return with(newProfile, newCredentials, newRole, newStatus, newSuspension, deletedAt, version + 1, at);
    }

    private User with(
            Profile newProfile,
            Credentials newCredentials,
            RoleAssignment newRole,
            UserStatus newStatus,
            @Nullable Suspension newSuspension,
            @Nullable Instant newDeletedAt,
            long newVersion,
            Instant at) {
        return new User(
                id,
                email,
                emailVerified,
                newProfile,
                newCredentials,
                newRole,
                newStatus,
                newSuspension,
                newVersion,
                createdAt,
                at,
                lastSignInAt,
                newDeletedAt);
    }
}
