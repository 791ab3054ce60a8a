package dev.sallyport.domain.user;

import dev.sallyport.domain.Uuid7;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Names an account for good; a UUIDv7, so ids sort by the time of registration. */
public record UserId(UUID value) {

    public static UserId next(Instant now, RandomGenerator random) {
        return new UserId(Uuid7.next(now, random));
    }

    public static Optional<UserId> parse(String text) {
        return Uuid7.parse(text).map(UserId::new);
    }

    /** Less than every other id of this millisecond or later, greater than every one before. */
    public static UserId firstAt(Instant instant) {
        return new UserId(Uuid7.first(instant));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
