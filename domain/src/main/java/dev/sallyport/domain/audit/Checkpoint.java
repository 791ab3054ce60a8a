package dev.sallyport.domain.audit;

import java.time.Instant;

/**
 * How far a chain had come, signed: what proves that nothing was cut off its end. Made and checked by {@link AuditSeal}.
 *
 * @param base the last record that was removed because its time was over; none at first
 * @param head the last record there was
 */
public record Checkpoint(ChainId chain, Mark base, Mark head, Instant at, AuditHash signature) {

    /**
     * A record of a chain.
     *
     * @param count its sequence, hence how many there are up to it; 0 for the place before the first
     */
    public record Mark(long count, AuditHash hash) {

        public static final Mark START = new Mark(0, AuditHash.NONE);
    }
}
