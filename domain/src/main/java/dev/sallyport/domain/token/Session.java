package dev.sallyport.domain.token;

import dev.sallyport.domain.Origin;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * One sign-in on one device, from sign-in to sign-out. Immutable: a rotation is a new value, written by {@link
 * SessionStore#replace} if nobody was faster.
 *
 * @param id ends like the owner's, see {@link SessionId}
 * @param generation counts the rotations, from 1; the only refresh token that rotates is the one of this generation
 * @param salt unique to the session, mixed into every refresh token of it
 * @param credentialsVersion the version of the account's credentials it counts under
 * @param origin where it was last seen: at sign-in, then at each rotation
 * @param lastUsedAt sign-in or last rotation
 * @param expiresAt when it ends unless it is rotated before
 */
public record Session(
        SessionId id,
        UserId user,
        long generation,
        Salt salt,
        long credentialsVersion,
        Origin origin,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt) {

    public Session {
        if (!id.shard().equals(SessionId.shard(user))) {
            throw new IllegalArgumentException("A session's id ends like its owner's");
        }
    }

    public static Session start(User user, Origin origin, SessionPolicy policy, Instant now, RandomGenerator random) {
        return new Session(
                SessionId.next(user.id(), now, random),
                user.id(),
                1,
                Salt.next(random),
                user.credentials().version(),
                origin,
                now,
                now,
                now.plus(policy.idle()));
    }

    /** Whether its account still honours it: the account may be used and its credentials are those the session was opened under. */
    public boolean isHonouredBy(User account) {
        return account.status() == UserStatus.ACTIVE
                && account.id().equals(user)
                && account.credentials().version() == credentialsVersion;
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /**
     * Decides what a genuine refresh token of this session is worth now.
     *
     * <p>RFC 9700, 4.14.2: a refresh token that comes back after it was rotated was stolen, or its thief was faster. So that a lost
     * response or a second tab does not look like theft, the token just before the current one yields the current one again for
     * {@code policy.grace()}; there is never a second branch.
     *
     * @param presented the generation the token was made for
     */
    public Rotation rotate(long presented, Origin from, SessionPolicy policy, Instant now) {
        if (isExpired(now)) {
            return new Rotation.Expired();
        }
        if (presented == generation) {
            return new Rotation.Rotated(next(from, policy, now));
        }
        if (presented == generation - 1 && now.isBefore(lastUsedAt.plus(policy.grace()))) {
            return new Rotation.Replayed();
        }
        return new Rotation.Reused();
    }

    /** The same session, honoured under newer credentials: its owner has just proved to know them. */
    public Session under(long newCredentialsVersion) {
        return new Session(id, user, generation, salt, newCredentialsVersion, origin, createdAt, lastUsedAt, expiresAt);
    }

    private Session next(Origin from, SessionPolicy policy, Instant now) {
        return new Session(
                id, user, generation + 1, salt, credentialsVersion, from, createdAt, now, expiry(policy, now));
    }

    private Instant expiry(SessionPolicy policy, Instant now) {
        Instant idle = now.plus(policy.idle());
        Instant absolute = createdAt.plus(policy.absolute());
        return idle.isBefore(absolute) ? idle : absolute;
    }

    /** Time left, for {@code refresh_expires_in}; never negative. */
    public Duration remaining(Instant now) {
        Duration left = Duration.between(now, expiresAt);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** What a genuine refresh token is worth. */
    public sealed interface Rotation {
        /** The current token: this is the session after it, to be written. */
        record Rotated(Session next) implements Rotation {}

        /** The one just before, within the grace window: hand out the current one again, write nothing. */
        record Replayed() implements Rotation {}

        /** Anything else: the session must end. */
        record Reused() implements Rotation {}

        record Expired() implements Rotation {}
    }
}
