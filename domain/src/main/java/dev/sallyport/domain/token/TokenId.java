package dev.sallyport.domain.token;

import dev.sallyport.domain.Uuid7;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Names one access token ({@code jti}). */
public record TokenId(UUID value) {

    public static TokenId next(Instant now, RandomGenerator random) {
        return new TokenId(Uuid7.next(now, random));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
