package dev.sallyport.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * UUIDs of version 7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then 74 random bits, so that ids sort by creation time and
 * keep an index compact.
 */
public final class Uuid7 {

    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private Uuid7() {}

    /** A new id for {@code now}; unguessable if {@code random} is. */
    public static UUID next(Instant now, RandomGenerator random) {
        long time = now.toEpochMilli() << 16;
        long version = 0x7000L | (random.nextLong() & 0x0FFFL);
        long variant = 0x8000_0000_0000_0000L | (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(time | version, variant);
    }

    /** The least one of that millisecond. */
    public static UUID first(Instant instant) {
        return new UUID((instant.toEpochMilli() << 16) | 0x7000L, 0x8000_0000_0000_0000L);
    }

    /**
     * Reads the one text that a store has of an id, which is the one {@link UUID#toString} gives.
     *
     * @throws IllegalArgumentException for every other text, those of the same id included: whoever wrote that is not found by the id
     */
    public static UUID stored(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException("An id in a form in which none is written");
        }
        return id;
    }

    /**
     * Reads the 36-character form of any UUID; empty for everything else, the shortened groups that {@link UUID#fromString}
     * tolerates included.
     */
    public static Optional<UUID> parse(String text) {
        return CANONICAL.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
