package dev.sallyport.domain.audit;

import dev.sallyport.domain.token.Salt;
import org.jspecify.annotations.Nullable;

/**
 * A record's place in its chain, and the proof of it. Made and checked by {@link AuditSeal}.
 *
 * @param sequence counts the records of the chain, from 1; 0 for a record from before there were chains, which proves nothing
 * @param previous the hash of the record before; {@link AuditHash#NONE} for the first
 * @param personal stands in the hash for what could tell a person, so that it can be erased and the chain still holds
 * @param salt without which {@code personal} could be found by trying; null once what it stands for is erased
 */
public record AuditLink(
        ChainId chain,
        long sequence,
        AuditHash previous,
        AuditHash hash,
        AuditHash personal,
        @Nullable Salt salt) {

    /** The link of a record from before there were chains: a chain of its own that proves nothing. */
    public static AuditLink unsealed(AuditEventId id) {
        return new AuditLink(new ChainId(id.value()), 0, AuditHash.NONE, AuditHash.NONE, AuditHash.NONE, null);
    }

    public boolean isSealed() {
        return sequence > 0;
    }

    AuditLink erased() {
        return new AuditLink(chain, sequence, previous, hash, personal, null);
    }
}
