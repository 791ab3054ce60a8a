package dev.sallyport.application.audit;

import dev.sallyport.domain.audit.AuditSeal;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.CheckpointStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the whole audit log and tells what is not as it was written. May run beside a service that records; keeps in memory what there is to
 * know of each chain, never the records.
 *
 * <p>What was removed together with every checkpoint and every record that names it can be told only by checkpoints that were kept
 * elsewhere, in the log.
 */
public final class VerifyAuditLog {

    /** What came of it. */
    public sealed interface Result {
        /**
         * Nothing is missing of which anything signed tells.
         *
         * @param unsealed records from before there were seals, of which nothing can be told
         * @param latest when the last event happened
         */
        record Whole(long records, long chains, long unsealed, Optional<Instant> latest) implements Result {}

        record Broken(long records, long findings, Optional<Instant> latest) implements Result {}

        /** There is no chain: nothing was ever recorded, or all of it was removed. */
        record Nothing(long unsealed) implements Result {}
    }

    private final AuditStore store;
    private final CheckpointStore checkpoints;
    private final AuditSeal seal;

    public VerifyAuditLog(AuditStore store, CheckpointStore checkpoints, AuditSeal seal) {
        this.store = store;
        this.checkpoints = checkpoints;
        this.seal = seal;
    }

    /**
     * Verifies everything.
     *
     * @param witnesses checkpoints that were kept elsewhere; those that another key signed count for nothing
     * @param progress is told how many records have been read, after every few hundred
     */
    public Result verify(List<Checkpoint> witnesses, Consumer<Finding> findings, Consumer<Long> progress) {
        return new Verification(store, checkpoints, seal, findings, progress).run(witnesses);
    }
}
