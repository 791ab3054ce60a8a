package dev.sallyport.testkit;

import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.CheckpointStore;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Right as long as nobody else is there: it compares, and then it sets. */
class NaiveCheckpointStore implements CheckpointStore, NaiveHoldings<Checkpoint> {

    final Map<ChainId, Checkpoint> checkpoints = new ConcurrentHashMap<>();

    @Override
    public void add(Checkpoint checkpoint) {
        if (!isHeld(checkpoint)) {
            Gap.open();
            put(checkpoint);
        }
    }

    @Override
    public Optional<Checkpoint> find(ChainId chain) {
        return Optional.ofNullable(checkpoints.get(chain));
    }

    @Override
    public List<Checkpoint> list(@Nullable ChainId below, int max) {
        return checkpoints.values().stream()
                .filter(checkpoint -> below == null || isBelow(checkpoint, below))
                .sorted(latestFirst())
                .limit(max)
                .toList();
    }

    @Override
    public boolean replace(Checkpoint expected, Checkpoint next) {
        if (!isStill(expected)) {
            return false;
        }
        Gap.open();
        put(next);
        return true;
    }

    @Override
    public String idOf(Checkpoint checkpoint) {
        return checkpoint.chain().toString();
    }

    @Override
    public Collection<Checkpoint> records() {
        return checkpoints.values();
    }

    @Override
    public boolean isHeld(Checkpoint checkpoint) {
        return checkpoints.containsKey(checkpoint.chain());
    }

    @Override
    public void put(Checkpoint checkpoint) {
        checkpoints.put(checkpoint.chain(), stored(checkpoint));
    }

    /** What becomes of a checkpoint on its way through the store. */
    Checkpoint stored(Checkpoint checkpoint) {
        return checkpoint;
    }

    boolean isStill(Checkpoint expected) {
        return find(expected.chain())
                .filter(present -> present.signature().equals(expected.signature()))
                .isPresent();
    }

    boolean isBelow(Checkpoint checkpoint, ChainId below) {
        return idOf(checkpoint).compareTo(below.toString()) < 0;
    }

    Comparator<Checkpoint> latestFirst() {
        return byId().reversed();
    }
}
