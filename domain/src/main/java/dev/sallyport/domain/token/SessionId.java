package dev.sallyport.domain.token;

import dev.sallyport.domain.Uuid7;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Names a session; public, and worth nothing without a token.
 *
 * <p>A UUIDv7 that ends in the last twelve bits of its owner's id, the {@link #shard()}: so a store that is spread over many servers can
 * keep all sessions of an account on one, where one step ends them all, and still find each by its id alone.
 */
public record SessionId(UUID value) {

    private static final long SHARD = 0xFFF;

    public static SessionId next(UserId owner, Instant now, RandomGenerator random) {
        UUID unique = Uuid7.next(now, random);
        long end = (unique.getLeastSignificantBits() & ~SHARD) | (owner.value().getLeastSignificantBits() & SHARD);
        return new SessionId(new UUID(unique.getMostSignificantBits(), end));
    }

    public static Optional<SessionId> parse(String text) {
        return Uuid7.parse(text).map(SessionId::new);
    }

    /** Three lower-case hexadecimal digits: the last of the ids of the owner and of all the owner's sessions. */
    public String shard() {
        return shard(value);
    }

    /** The {@link #shard()} of the account's sessions. */
    public static String shard(UserId owner) {
        return shard(owner.value());
    }

    private static String shard(UUID id) {
        return id.toString().substring(33);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
