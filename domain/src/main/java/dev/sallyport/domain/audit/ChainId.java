package dev.sallyport.domain.audit;

import dev.sallyport.domain.Uuid7;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Names what one instance of the service records from its start to its end; a UUIDv7, so chains sort by the time they were opened. */
public record ChainId(UUID value) {

    public static ChainId next(Instant now, RandomGenerator random) {
        return new ChainId(Uuid7.next(now, random));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
