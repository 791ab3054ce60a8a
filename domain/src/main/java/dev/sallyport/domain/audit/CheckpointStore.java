package dev.sallyport.domain.audit;

import dev.sallyport.domain.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the latest checkpoint of each chain, for good.
 *
 * <p>Holds under concurrent calls, on any number of nodes: of many simultaneous replacements of one checkpoint exactly one is written; a
 * call that returned is seen by every later call. Instants come back as written, to the millisecond.
 *
 * <p>What stands there and is no checkpoint, somebody else wrote: it counts as none.
 *
 * <p>Each call is one round trip. Throws {@link StoreUnavailableException} when the store cannot be asked.
 */
public interface CheckpointStore {

    /** Adds the first checkpoint of a chain. Does nothing if it has one. */
    void add(Checkpoint checkpoint);

    Optional<Checkpoint> find(ChainId chain);

    /** Of chains in descending order of their ids, at most {@code max}; only of those less than {@code below} unless that is null. */
    List<Checkpoint> list(@Nullable ChainId below, int max);

    /**
     * Writes {@code next} if what is stored for its chain still has {@code expected}'s signature.
     *
     * @return whether it was written; otherwise read again and decide again
     */
    boolean replace(Checkpoint expected, Checkpoint next);
}
