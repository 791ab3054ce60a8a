package dev.sallyport.application.audit;

import dev.sallyport.application.audit.Finding.Kind;
import dev.sallyport.domain.audit.AuditSeal;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.CheckpointStore;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Reads the whole audit log and tells what is not as it was written. May run beside a service that records; keeps in memory what there is to
 * know of each chain, never the records.
 *
 * <p>What was cut off after the last checkpoint of a chain can be told only by checkpoints that were kept elsewhere, in the log.
 */
public final class VerifyAuditLog {

    private static final int PAGE = 500;

    /** What came of it. */
    public sealed interface Result {
        /** @param unsealed records from before there were seals, of which nothing can be told */
        record Whole(long records, long chains, long unsealed) implements Result {}

        record Broken(long records, long findings) implements Result {}
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
     * @param witnesses checkpoints that were kept elsewhere
     * @param progress is told how many records have been read, after every {@value #PAGE} or so
     */
    public Result verify(List<Checkpoint> witnesses, Consumer<Finding> findings, Consumer<Long> progress) {
        ChainWalk walk = new ChainWalk(store, seal, findings, progress);
        NavigableMap<String, Checkpoint> known = known();
        NavigableSet<String> chains = new TreeSet<>(known.keySet());
        addThoseWithRecords(chains);
        chains.forEach(chain -> walk.along(id(chain), checkpoint(chain, known), witnesses));
        walk.compareOpenings(chain -> checkpoint(chain.toString(), known));
        witnesses.stream()
                .filter(witness -> !chains.contains(witness.chain().toString()))
                .map(Checkpoint::chain)
                .distinct()
                .forEach(chain -> walk.report(Finding.about(chain, Kind.CHAIN_REMOVED)));
        return walk.result(chains.size());
    }

    /** One that was not there at the beginning may be that of an instance that has started since. */
    private Optional<Checkpoint> checkpoint(String chain, NavigableMap<String, Checkpoint> known) {
        return Optional.ofNullable(known.get(chain)).or(() -> checkpoints.find(id(chain)));
    }

    private NavigableMap<String, Checkpoint> known() {
        NavigableMap<String, Checkpoint> known = new TreeMap<>();
        List<Checkpoint> page = checkpoints.list(null, PAGE);
        while (!page.isEmpty()) {
            page.forEach(checkpoint -> known.put(checkpoint.chain().toString(), checkpoint));
            page = checkpoints.list(page.getLast().chain(), PAGE);
        }
        return known;
    }

    private void addThoseWithRecords(NavigableSet<String> chains) {
        Optional<ChainId> chain = store.chainAfter(null);
        while (chain.isPresent()) {
            chains.add(chain.get().toString());
            chain = store.chainAfter(chain.get());
        }
    }

    private static ChainId id(String text) {
        return new ChainId(UUID.fromString(text));
    }
}
