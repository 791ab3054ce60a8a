package dev.sallyport.testkit;

import static dev.sallyport.testkit.AuditRecords.SEAL;
import static dev.sallyport.testkit.People.NOON;

import dev.sallyport.domain.audit.AuditHash;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.Checkpoint.Mark;

/** Checkpoints, signed. */
final class Checkpoints {

    private Checkpoints() {}

    static Checkpoint first(ChainId chain) {
        return SEAL.sign(chain, Mark.START, Mark.START, NOON);
    }

    /** So many records further on; the same each time. */
    static Checkpoint further(Checkpoint checkpoint, long records) {
        Mark head = new Mark(checkpoint.head().count() + records, new AuditHash(String.format("%064x", records)));
        return SEAL.sign(
                checkpoint.chain(), checkpoint.base(), head, checkpoint.at().plusMillis(records));
    }

    /** With the greatest numbers: whole ones that every JSON parser reads as they are (RFC 8785, 3.2.2.3). */
    static Checkpoint farthest(ChainId chain) {
        Mark base = new Mark((1L << 53) - 1, new AuditHash("0123456789abcdef".repeat(4)));
        Mark head = new Mark(1L << 53, new AuditHash("f".repeat(64)));
        return SEAL.sign(chain, base, head, NOON.plusMillis(1));
    }
}
