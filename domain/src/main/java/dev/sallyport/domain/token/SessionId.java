package dev.sallyport.domain.token;

import dev.sallyport.domain.Uuid7;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Names a session; public, and worth nothing without a token. */
public record SessionId(UUID value) {

    public static SessionId next(Instant now, RandomGenerator random) {
        return new SessionId(Uuid7.next(now, random));
    }

    public static Optional<SessionId> parse(String text) {
        return Uuid7.parse(text).map(SessionId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
