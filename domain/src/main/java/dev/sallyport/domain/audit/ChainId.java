package dev.sallyport.domain.audit;

import dev.sallyport.domain.Uuid7;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Names what one instance of the service records from its start to its end; a UUIDv7, so chains sort by the time they were opened. */
public record ChainId(UUID value) {

    public static ChainId next(Instant now, RandomGenerator random) {
        return new ChainId(Uuid7.next(now, random));
    }

    /** The chain that has this text; empty if none has, that of the same UUID in another form included. */
    public static Optional<ChainId> stored(String text) {
        return Uuid7.parse(text).map(ChainId::new).filter(id -> id.toString().equals(text));
    }

    /** When the chain was opened, by the clock of whoever did. */
    public Instant openedAt() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
