package dev.sallyport.application.audit;

import dev.sallyport.domain.audit.AuditEntry;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditLink;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditSeal;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.Checkpoint.Mark;
import dev.sallyport.domain.audit.CheckpointStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Removes records whose time is over: those from before there were chains, and others from the beginnings of the chains. How far is signed
 * first, so that what is missing there is known to have been removed by us; if the process dies in between, the next sweep removes the rest.
 *
 * <p>Signs for nothing that it has not proved, neither on top of a checkpoint nor over a record that is not as we wrote it. A few round
 * trips for each chain that was opened before the time was over and still has records; none for the others.
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

    /**
     * Removes what is old. May run on any number of instances at once.
     *
     * @return the chains that it left as they are, because something at their beginning is not as it was written
     */
    public List<ChainId> sweep() {
        Instant horizon = clock.instant().minus(retention);
        AuditEventId young = AuditEventId.firstAt(horizon);
        removeUnsealed(young);
        List<ChainId> leftAlone = new ArrayList<>();
        Optional<ChainId> chain = next(null, young);
        while (chain.isPresent()) {
            if (!sweep(chain.get(), horizon)) {
                leftAlone.add(chain.get());
            }
            chain = next(chain.get(), young);
        }
        return leftAlone;
    }

    /** They are older than all others: once the oldest page has none, no store has to look for more. */
    private void removeUnsealed(AuditEventId young) {
        Optional<AuditEventId> last = lastUnsealed(young);
        while (last.isPresent() && store.removeUnsealed(least(last.get().firstAfter(), young), AT_ONCE) > 0) {
            last = lastUnsealed(young);
        }
    }

    private Optional<AuditEventId> lastUnsealed(AuditEventId young) {
        return store.entries("", AT_ONCE).stream()
                .filter(AuditEntry.Legible.class::isInstance)
                .map(entry -> ((AuditEntry.Legible) entry).record())
                .filter(record -> !record.link().isSealed())
                .map(record -> record.event().id())
                .filter(id -> isLess(id, young))
                .reduce((earlier, later) -> later);
    }

    private static AuditEventId least(AuditEventId one, AuditEventId other) {
        return isLess(one, other) ? one : other;
    }

    private static boolean isLess(AuditEventId one, AuditEventId other) {
        return one.toString().compareTo(other.toString()) < 0;
    }

    /** Chains are named after the time they were opened at, as events are: one that is opened later has nothing old. */
    private Optional<ChainId> next(@Nullable ChainId chain, AuditEventId young) {
        return store.chainAfter(chain).filter(found -> found.toString().compareTo(young.toString()) < 0);
    }

    private boolean sweep(ChainId chain, Instant horizon) {
        Optional<Checkpoint> known = signed(chain);
        while (known.isPresent()) {
            Checkpoint checkpoint = known.get();
            remove(checkpoint);
            Beginning beginning = beginning(checkpoint, horizon);
            if (!beginning.end().equals(checkpoint.base())) {
                known = moved(checkpoint, beginning.end());
            } else if (beginning.isWhole()) {
                return true;
            } else {
                // What does not follow here may follow what another instance has signed meanwhile
                known = signed(chain).filter(now -> !now.equals(checkpoint));
            }
        }
        return false;
    }

    private void remove(Checkpoint checkpoint) {
        long base = checkpoint.base().count();
        if (base > 0) {
            untilDone(() -> store.removeUpTo(checkpoint.chain(), base, AT_ONCE));
        }
    }

    /**
     * The records that are old.
     *
     * @param end the last of them, or the base
     * @param isWhole whether the one after that is as it was written, so that its time can be believed
     */
    private record Beginning(Mark end, boolean isWhole) {}

    private Beginning beginning(Checkpoint known, Instant horizon) {
        Mark end = known.base();
        for (AuditRecord record : store.chain(known.chain(), end.count(), AT_ONCE)) {
            if (!follows(record, end)) {
                return new Beginning(end, false);
            }
            if (!record.event().at().isBefore(horizon)) {
                return new Beginning(end, true);
            }
            end = new Mark(record.link().sequence(), record.link().hash());
        }
        return new Beginning(end, true);
    }

    private boolean follows(AuditRecord record, Mark end) {
        AuditLink link = record.link();
        return link.sequence() == end.count() + 1 && link.previous().equals(end.hash()) && seal.holds(record);
    }

    private Optional<Checkpoint> moved(Checkpoint known, Mark base) {
        Mark head = known.head().count() < base.count() ? base : known.head();
        Checkpoint next = seal.sign(known.chain(), base, head, clock.instant());
        return checkpoints.replace(known, next) ? Optional.of(next) : signed(known.chain());
    }

    private Optional<Checkpoint> signed(ChainId chain) {
        return checkpoints.find(chain).filter(seal::holds);
    }

    private static void untilDone(IntSupplier some) {
        int removed;
        do {
            removed = some.getAsInt();
        } while (removed == AT_ONCE);
    }
}
