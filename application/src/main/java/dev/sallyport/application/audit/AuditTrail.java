package dev.sallyport.application.audit;

import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditSeal;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.Checkpoint.Mark;
import dev.sallyport.domain.audit.CheckpointStore;
import dev.sallyport.domain.token.Salt;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Records what this instance does, each record sealed to the one before.
 *
 * <p>Numbers have no holes: one write is under way at a time, and whoever waits for it shares the next one. A write whose answer was lost is
 * repeated, the same records under the same numbers, before anything else is written; so after a crash the chain ends where it ends, and
 * nothing is missing in between. The first record names the chains that were opened last before it, and how far each had come, so that none
 * can vanish unseen. While the store is away nobody waits in line: those who wait when a write fails fail with it.
 */
public final class AuditTrail implements AuditLog {

    /** What came of signing how far the chain has come. */
    public sealed interface Signing {
        record Kept(Checkpoint checkpoint) implements Signing {}

        record Unchanged() implements Signing {}

        /**
         * What the store has in its place is none that we signed, or one from before; somebody changed or removed it.
         *
         * @param checkpoint what would have been kept, and is good as a witness
         */
        record NotKept(Checkpoint checkpoint) implements Signing {}
    }

    private final AuditStore store;
    private final CheckpointStore checkpoints;
    private final AuditSeal seal;
    private final InstantSource clock;
    private final RandomGenerator random;

    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    // What follows belongs to whoever holds the lock.
    private @Nullable Checkpoint checkpoint;
    private Mark written = Mark.START;
    private List<AuditRecord> inDoubt = List.of();

    public AuditTrail(
            AuditStore store,
            CheckpointStore checkpoints,
            AuditSeal seal,
            InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.checkpoints = checkpoints;
        this.seal = seal;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public void record(AuditEvent event) {
        Waiting mine = new Waiting(event);
        waiting.add(mine);
        writing.lock();
        try {
            while (!mine.done) {
                writeSome();
            }
        } finally {
            writing.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
    }

    /**
     * Signs how far the chain has come and keeps that in the store, unless nothing was recorded since the last time. Three round trips at
     * most, as long as nobody sweeps meanwhile.
     *
     * @throws StoreUnavailableException if the store cannot be asked
     */
    public Signing checkpoint() {
        writing.lock();
        try {
            Checkpoint last = checkpoint;
            return last == null || last.head().equals(written) ? new Signing.Unchanged() : checkpoint(last);
        } finally {
            writing.unlock();
        }
    }

    /** Who removes what is old may have moved the base meanwhile: then on top of that, but on top of nothing that we have not signed. */
    private Signing checkpoint(Checkpoint last) {
        Optional<Checkpoint> known = Optional.of(last);
        while (known.isPresent()) {
            Checkpoint next = next(known.get());
            if (checkpoints.replace(known.get(), next)) {
                checkpoint = next;
                return new Signing.Kept(next);
            }
            known = checkpoints
                    .find(last.chain())
                    .filter(seal::holds)
                    .filter(found -> found.base().count() >= last.base().count());
        }
        return new Signing.NotKept(next(last));
    }

    private Checkpoint next(Checkpoint known) {
        return seal.sign(known.chain(), known.base(), written, clock.instant());
    }

    private void writeSome() {
        List<Waiting> batch = new ArrayList<>();
        try {
            settleDoubt();
            Checkpoint open = checkpoint;
            if (open == null) {
                List<Checkpoint> before = lastOpened();
                open = begun();
                batch.add(new Waiting(opening(before)));
            }
            take(batch);
            write(batch, open.chain());
        } catch (IllegalStateException taken) {
            endChain();
            fail(batch, new StoreUnavailableException("The chain that somebody else wrote to", taken));
        } catch (RuntimeException failure) {
            fail(batch, failure);
        }
    }

    /**
     * Somebody who is not us wrote where our next record belongs, and none of ours will ever fit there: the next event opens another chain.
     * What was not written yet was answered as an outage.
     */
    private void endChain() {
        checkpoint = null;
        written = Mark.START;
        inDoubt = List.of();
    }

    private void fail(List<Waiting> batch, RuntimeException failure) {
        takeAll(batch);
        batch.forEach(one -> one.end(failure));
    }

    /** Those that we signed: whoever puts others there would have the chains behind them forgotten. */
    private List<Checkpoint> lastOpened() {
        List<Checkpoint> signed = new ArrayList<>();
        ChainId below = null;
        List<Checkpoint> page;
        do {
            page = checkpoints.list(below, Opening.MOST);
            page.stream()
                    .filter(seal::holds)
                    .limit(Opening.MOST - signed.size())
                    .forEach(signed::add);
            below = page.isEmpty() ? null : page.getLast().chain();
        } while (page.size() == Opening.MOST && signed.size() < Opening.MOST);
        return signed;
    }

    /** The checkpoint first: records whose chain has none look as if somebody had removed it. */
    private Checkpoint begun() {
        Instant now = clock.instant();
        Checkpoint first = seal.sign(ChainId.next(now, random), Mark.START, Mark.START, now);
        checkpoints.add(first);
        checkpoint = first;
        return first;
    }

    private AuditEvent opening(List<Checkpoint> before) {
        Instant now = clock.instant();
        return new AuditEvent(
                AuditEventId.next(now, random),
                now,
                AuditType.AUDIT_CHAIN_OPENED,
                null,
                null,
                null,
                Origin.of(ClientAddress.UNKNOWN, null, "start"),
                Opening.details(before));
    }

    private void settleDoubt() {
        if (!inDoubt.isEmpty()) {
            store.append(inDoubt);
            written = markOf(inDoubt.getLast());
            inDoubt = List.of();
        }
    }

    private void write(List<Waiting> batch, ChainId chain) {
        List<AuditRecord> records = new ArrayList<>();
        Mark end = written;
        for (Waiting one : batch) {
            AuditRecord sealed = seal.seal(one.event, chain, end.count() + 1, end.hash(), Salt.next(random));
            records.add(sealed);
            end = markOf(sealed);
        }
        inDoubt = List.copyOf(records);
        store.append(inDoubt);
        inDoubt = List.of();
        written = end;
        batch.forEach(one -> one.end(null));
    }

    private void take(List<Waiting> batch) {
        while (batch.size() < AuditStore.MOST_AT_ONCE) {
            Waiting next = waiting.poll();
            if (next == null) {
                return;
            }
            batch.add(next);
        }
    }

    private void takeAll(List<Waiting> batch) {
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            batch.add(next);
        }
    }

    private static Mark markOf(AuditRecord record) {
        return new Mark(record.link().sequence(), record.link().hash());
    }

    /** An event on its way; what becomes of it is written and read under the lock. */
    private static final class Waiting {

        private final AuditEvent event;
        private boolean done;
        private @Nullable RuntimeException failure;

        private Waiting(AuditEvent event) {
            this.event = event;
        }

        private void end(@Nullable RuntimeException why) {
            done = true;
            failure = why;
        }
    }
}
