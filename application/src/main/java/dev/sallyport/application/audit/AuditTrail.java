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
import java.util.Map;
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
 * nothing is missing in between. While the store is away nobody waits in line: those who wait when a write fails fail with it.
 */
public final class AuditTrail implements AuditLog {

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

    /**
     * Opens this instance's chain, which the first record does otherwise. Its first record names the chain that was opened last before it,
     * and how far that had come, so that no chain can vanish whole. Three round trips.
     */
    public void open() {
        writing.lock();
        try {
            if (checkpoint == null) {
                Waiting first = begun();
                write(List.of(first), opened().chain());
            }
        } finally {
            writing.unlock();
        }
    }

    /** The checkpoint first: records whose chain has none look as if somebody had removed it. */
    private Waiting begun() {
        Optional<Checkpoint> last = checkpoints.list(null, 1).stream().findFirst();
        Instant now = clock.instant();
        Checkpoint first = seal.sign(ChainId.next(now, random), Mark.START, Mark.START, now);
        checkpoints.add(first);
        checkpoint = first;
        return new Waiting(opening(last, now));
    }

    private AuditEvent opening(Optional<Checkpoint> last, Instant now) {
        Map<String, String> details = last.map(before -> Map.of(
                        "after_chain", before.chain().toString(),
                        "after_count", Long.toString(before.head().count()),
                        "after_hash", before.head().hash().value()))
                .orElse(Map.of());
        return new AuditEvent(
                AuditEventId.next(now, random),
                now,
                AuditType.AUDIT_CHAIN_OPENED,
                null,
                null,
                null,
                Origin.of(ClientAddress.UNKNOWN, null, "start"),
                details);
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
     * Signs how far the chain has come and keeps that in the store, unless nothing was recorded since the last time. Two round trips.
     *
     * @throws StoreUnavailableException if the store cannot be asked
     */
    public Optional<Checkpoint> checkpoint() {
        writing.lock();
        try {
            return Optional.ofNullable(checkpoint)
                    .filter(last -> !last.head().equals(written))
                    .map(this::checkpoint);
        } finally {
            writing.unlock();
        }
    }

    /** Who removes what is old may have moved the base meanwhile: then on top of that. */
    private Checkpoint checkpoint(Checkpoint last) {
        Checkpoint known = last;
        while (true) {
            Checkpoint next = seal.sign(known.chain(), known.base(), written, clock.instant());
            if (checkpoints.replace(known, next)) {
                checkpoint = next;
                return next;
            }
            known = checkpoints.find(last.chain()).orElseThrow();
        }
    }

    private Checkpoint opened() {
        if (checkpoint == null) {
            throw new IllegalStateException("The chain is not open yet");
        }
        return checkpoint;
    }

    private void writeSome() {
        List<Waiting> batch = new ArrayList<>();
        try {
            settleDoubt();
            if (checkpoint == null) {
                batch.add(begun());
            }
            take(batch);
            write(batch, opened().chain());
        } catch (RuntimeException failure) {
            takeAll(batch);
            batch.forEach(one -> one.end(failure));
        }
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
