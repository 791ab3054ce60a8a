package dev.sallyport.testkit;

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
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Accounts with one thing about them changed; the version stays, so that they can be added as well as written over another. */
final class Accounts {

    /** By the text of their ids: {@code UUID.compareTo} takes its halves for signed numbers. */
    static final Comparator<User> NEWEST_FIRST =
            Comparator.comparing((User user) -> user.id().toString()).reversed();

    private Accounts() {}

    /** Nothing is left out, and no two fields hold the same. */
    static User full() {
        User someone = People.someone();
        return new User(
                someone.id(),
                someone.email(),
                true,
                someone.profile(),
                new Credentials(new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA"), 7),
                new RoleAssignment(RoleName.MODERATOR, new Scope("elsewhere")),
                UserStatus.SUSPENDED,
                new Suspension("Kept \"Лінь\" 😀 overdue", People.NOON.plusMillis(5)),
                42,
                People.NOON.plusMillis(1),
                People.NOON.plusMillis(2),
                People.NOON.plusMillis(3),
                People.NOON.plusMillis(4));
    }

    /** Every text has the greatest length, every number the greatest value. */
    static User longest() {
        String unique = People.unique();
        String address = unique + "x".repeat(48) + "@" + "a".repeat(63) + "." + "b".repeat(63) + "." + "c".repeat(61);
        Profile profile = new Profile(
                new Username(unique + unique),
                new DisplayName("😀".repeat(DisplayName.MAX_LENGTH)),
                new Metadata("{\"a\":\"" + "é".repeat((Metadata.MAX_BYTES - 8) / 2) + "\"}"));
        return new User(
                UserId.next(People.NOON, People.RANDOM),
                new Email(address),
                false,
                profile,
                new Credentials(new PasswordHash("$" + "h".repeat(PasswordHash.MAX_LENGTH - 1)), Long.MAX_VALUE),
                new RoleAssignment(new RoleName("R".repeat(64)), new Scope("s".repeat(64))),
                UserStatus.PENDING_VERIFICATION,
                new Suspension("😀".repeat(Suspension.MAX_REASON), null),
                Long.MAX_VALUE,
                People.NOON,
                People.NOON,
                null,
                null);
    }

    /** A role that nobody else has, to tell a contract's accounts by in a store that others use too. */
    static RoleName role() {
        return new RoleName("R" + People.unique().toUpperCase(Locale.ROOT));
    }

    static User someone(RoleName role) {
        return with(People.someone(), role);
    }

    /** Somebody whose id is of that moment. */
    static User someone(RoleName role, Instant at) {
        return with(someone(role), UserId.next(at, People.RANDOM));
    }

    static Username username(User user) {
        return Objects.requireNonNull(user.profile().username());
    }

    static User with(User user, UserId id) {
        return with(user, id, user.role(), user.createdAt());
    }

    static User with(User user, RoleName role) {
        return with(user, user.id(), RoleAssignment.global(role), user.createdAt());
    }

    /** Registered then, whatever the id says. */
    static User registered(User user, Instant createdAt) {
        return with(user, user.id(), user.role(), createdAt);
    }

    static User with(User user, @Nullable Suspension suspension) {
        return new User(
                user.id(),
                user.email(),
                user.emailVerified(),
                user.profile(),
                user.credentials(),
                user.role(),
                user.status(),
                suspension,
                user.version(),
                user.createdAt(),
                user.updatedAt(),
                user.lastSignInAt(),
                user.deletedAt());
    }

    private static User with(User user, UserId id, RoleAssignment role, Instant createdAt) {
        return new User(
                id,
                user.email(),
                user.emailVerified(),
                user.profile(),
                user.credentials(),
                role,
                user.status(),
                user.suspension(),
                user.version(),
                createdAt,
                user.updatedAt(),
                user.lastSignInAt(),
                user.deletedAt());
    }

    static User with(User user, Username username) {
        return with(
                user,
                new Profile(
                        username, user.profile().displayName(), user.profile().metadata()));
    }

    static User with(User user, DisplayName displayName) {
        return with(
                user,
                new Profile(
                        user.profile().username(), displayName, user.profile().metadata()));
    }

    static User with(User user, Metadata metadata) {
        return with(user, new Profile(user.profile().username(), user.profile().displayName(), metadata));
    }

    static User with(User user, Profile profile) {
        return changed(user, user.email(), profile, user.status(), user.version());
    }

    static User with(User user, Email email) {
        return changed(user, email, user.profile(), user.status(), user.version());
    }

    static User with(User user, UserStatus status) {
        return changed(user, user.email(), user.profile(), status, user.version());
    }

    /** The next version of an account, alike in everything else. */
    static User next(User user) {
        return changed(user, user.email(), user.profile(), user.status(), user.version() + 1);
    }

    static User signedIn(User user, @Nullable Instant lastSignInAt) {
        return new User(
                user.id(),
                user.email(),
                user.emailVerified(),
                user.profile(),
                user.credentials(),
                user.role(),
                user.status(),
                user.suspension(),
                user.version(),
                user.createdAt(),
                user.updatedAt(),
                lastSignInAt,
                user.deletedAt());
    }

    /** Everything that ever happened to the account happened then. */
    static User at(User user, Instant at) {
        return new User(
                user.id(),
                user.email(),
                user.emailVerified(),
                user.profile(),
                user.credentials(),
                user.role(),
                user.status(),
                user.suspension(),
                user.version(),
                at,
                at,
                at,
                at);
    }

    private static User changed(User user, Email email, Profile profile, UserStatus status, long version) {
        return new User(
                user.id(),
                email,
                user.emailVerified(),
                profile,
                user.credentials(),
                user.role(),
                status,
                user.suspension(),
                version,
                user.createdAt(),
                user.updatedAt(),
                user.lastSignInAt(),
                user.deletedAt());
    }
}
