package dev.sallyport.application.audit;

import dev.sallyport.domain.audit.AuditLink;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.Checkpoint.Mark;
import java.util.List;

/** What is known of one chain: how far signatures say that it came, and which of its places are taken. */
final class ChainProof {

    private final Numbers taken = new Numbers();
    private Mark latest = Mark.START;
    private boolean hasRecords;
    private boolean hasCheckpoint;
    private boolean hasForgedCheckpoint;
    private boolean isNamed;
    private long base;
    private long end;

    /** By a signed checkpoint in the store. */
    void stands(Checkpoint checkpoint) {
        hasCheckpoint = true;
        base = Math.max(base, checkpoint.base().count());
        end = Math.max(end, checkpoint.head().count());
    }

    /** By a checkpoint that we did not sign, and which says nothing. */
    void standsForged() {
        hasForgedCheckpoint = true;
    }

    /** By somebody who knew of it, signed. */
    void isNamed(long count) {
        isNamed = true;
        end = Math.max(end, count);
    }

    /** Takes the place of a record whose seal holds. Returns whether it follows the one before, if that was the last to come. */
    boolean has(AuditLink link) {
        boolean follows =
                link.sequence() != latest.count() + 1 || link.previous().equals(latest.hash());
        hasRecords = true;
        taken.add(link.sequence());
        end = Math.max(end, link.sequence());
        latest = new Mark(link.sequence(), link.hash());
        return follows;
    }

    /** Takes the place of something else, which is reported as what it is and not as missing. */
    void isSpoilt(long sequence) {
        if (sequence > 0) {
            taken.add(sequence);
        }
    }

    /** Which records are missing of those that were not swept, up to the last one that something signed tells of. */
    List<Numbers.Gap> missing() {
        return taken.gaps(base, end);
    }

    boolean isLast(Numbers.Gap gap) {
        return gap.last() == end;
    }

    boolean hasCheckpoint() {
        return hasCheckpoint;
    }

    /** There are records, and nothing where each chain has a checkpoint. */
    boolean hasLostItsCheckpoint() {
        return hasRecords && !hasCheckpoint && !hasForgedCheckpoint;
    }

    /** There is nothing at all of it. */
    boolean isGone() {
        return isNamed && !hasRecords && !hasCheckpoint && !hasForgedCheckpoint;
    }
}
