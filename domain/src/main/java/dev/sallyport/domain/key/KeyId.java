package dev.sallyport.domain.key;

import dev.sallyport.domain.Uuid7;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Names a key ({@code kid}). */
public record KeyId(UUID value) {

    public static KeyId next(Instant now, RandomGenerator random) {
        return new KeyId(Uuid7.next(now, random));
    }

    public static Optional<KeyId> parse(String text) {
        return Uuid7.parse(text).map(KeyId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
