package dev.sallyport.application.audit;

import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditSeal;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.Checkpoint.Mark;
import dev.sallyport.domain.audit.CheckpointStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Removes records whose time is over, from the beginnings of the chains. How far is signed first, so that what is missing there is known to
 * have been removed by us; if the process dies in between, the next sweep removes the rest.
 */
public final class SweepAuditLog {

    private static final int AT_ONCE = 500;

    private final AuditStore store;
    private final CheckpointStore checkpoints;
    private final AuditSeal seal;
    private final Duration retention;
    private final InstantSource clock;

    public SweepAuditLog(
            AuditStore store, CheckpointStore checkpoints, AuditSeal seal, Duration retention, InstantSource clock) {
        this.store = store;
        this.checkpoints = checkpoints;
        this.seal = seal;
        this.retention = retention;
        this.clock = clock;
    }

    /** May run on any number of instances at once. */
    public void sweep() {
        Instant horizon = clock.instant().minus(retention);
        List<Checkpoint> page = checkpoints.list(null, AT_ONCE);
        while (!page.isEmpty()) {
            page.forEach(checkpoint -> sweep(checkpoint, horizon));
            page = checkpoints.list(page.getLast().chain(), AT_ONCE);
        }
    }

    private void sweep(Checkpoint checkpoint, Instant horizon) {
        Optional<Checkpoint> known = Optional.of(checkpoint);
        while (known.isPresent()) {
            remove(known.get());
            known = moveBase(known.get(), horizon);
        }
    }

    private void remove(Checkpoint checkpoint) {
        int removed = AT_ONCE;
        while (checkpoint.base().count() > 0 && removed == AT_ONCE) {
            removed = store.removeUpTo(checkpoint.chain(), checkpoint.base().count(), AT_ONCE);
        }
    }

    /** Empty when nothing more is old. */
    private Optional<Checkpoint> moveBase(Checkpoint known, Instant horizon) {
        List<AuditRecord> oldest = store.chain(known.chain(), known.base().count(), AT_ONCE);
        Optional<Mark> base = oldest.stream()
                .takeWhile(record -> record.event().at().isBefore(horizon))
                .map(record -> new Mark(record.link().sequence(), record.link().hash()))
                .reduce((_, last) -> last);
        return base.map(found -> signed(known, found));
    }

    private Checkpoint signed(Checkpoint known, Mark base) {
        Mark head = known.head().count() < base.count() ? base : known.head();
        Checkpoint next = seal.sign(known.chain(), base, head, clock.instant());
        return checkpoints.replace(known, next)
                ? next
                : checkpoints.find(known.chain()).orElseThrow();
    }
}
