package dev.sallyport.domain.apikey;

import dev.sallyport.domain.Uuid7;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Names an API key for good; a UUIDv7, so ids sort by creation. Public, and worth nothing without the secret. */
public record ApiKeyId(UUID value) {

    public static ApiKeyId next(Instant now, RandomGenerator random) {
        return new ApiKeyId(Uuid7.next(now, random));
    }

    public static Optional<ApiKeyId> parse(String text) {
        return Uuid7.parse(text).map(ApiKeyId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
