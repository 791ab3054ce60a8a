package dev.sallyport.adapters.memory;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.CheckpointStore;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checkpoints in memory, gone with the process. One lock makes every call atomic. */
public final class MemoryCheckpointStore implements CheckpointStore, Holdings<Checkpoint> {

    private final NavigableMap<ChainId, Checkpoint> checkpoints =
            new TreeMap<>(Comparator.comparing(ChainId::toString).reversed());

    @Override
    public synchronized void add(Checkpoint checkpoint) {
        checkpoints.putIfAbsent(checkpoint.chain(), checkpoint);
    }

    @Override
    public synchronized Optional<Checkpoint> find(ChainId chain) {
        return Optional.ofNullable(checkpoints.get(chain));
    }

    @Override
    public synchronized List<Checkpoint> list(@Nullable ChainId below, int max) {
        NavigableMap<ChainId, Checkpoint> older = below == null ? checkpoints : checkpoints.tailMap(below, false);
        return older.values().stream().limit(max).toList();
    }

    @Override
    public synchronized boolean replace(Checkpoint expected, Checkpoint next) {
        Checkpoint present = checkpoints.get(expected.chain());
        if (present == null || !present.signature().equals(expected.signature())) {
            return false;
        }
        checkpoints.put(next.chain(), next);
        return true;
    }

    @Override
    public String idOf(Checkpoint checkpoint) {
        return checkpoint.chain().toString();
    }

    @Override
    public synchronized Stream<Checkpoint> after(String after) {
        return Held.after(after, checkpoints.values(), this);
    }

    @Override
    public synchronized void restore(List<Checkpoint> restored) {
        restored.forEach(this::add);
    }

    @Override
    public synchronized long count() {
        return checkpoints.size();
    }
}
