package dev.sallyport.testkit;

import static dev.sallyport.testkit.AuditRecords.SEAL;
import static dev.sallyport.testkit.AuditRecords.chain;
import static dev.sallyport.testkit.AuditRecords.firstChainAt;
import static dev.sallyport.testkit.AuditRecords.someMoment;
import static dev.sallyport.testkit.Checkpoints.first;
import static dev.sallyport.testkit.Checkpoints.further;
import static dev.sallyport.testkit.People.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.CheckpointStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link CheckpointStore} promises. It may be shared with others: the contract's chains are its own. */
public interface CheckpointStoreContract {

    CheckpointStore store();

    @Test
    default void aCheckpointComesBackAsItWasWrittenAndItsSignatureHolds() {
        CheckpointStore store = store();
        Checkpoint first = first(chain());
        Checkpoint far = Checkpoints.farthest(chain());

        store.add(first);
        store.add(far);

        assertThat(store.find(first.chain())).contains(first).get().matches(SEAL::holds);
        assertThat(store.find(far.chain())).contains(far).get().matches(SEAL::holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2026-11-21T12:00:00.001Z",
                "2026-10-25T01:30:00.500Z",
                "9999-12-31T23:59:59.999Z"
            })
    default void aCheckpointsInstantComesBackToTheMillisecond(Instant at) {
        CheckpointStore store = store();
        Checkpoint checkpoint = SEAL.sign(chain(), Checkpoint.Mark.START, Checkpoint.Mark.START, at);

        store.add(checkpoint);

        assertThat(store.find(checkpoint.chain())).contains(checkpoint);
    }

    @Test
    default void aChainWithoutACheckpointHasNone() {
        CheckpointStore store = store();

        assertThat(store.find(chain())).isEmpty();
    }

    @Test
    default void aSecondCheckpointIsNotAddedBesideTheFirst() {
        CheckpointStore store = store();
        Checkpoint first = first(chain());
        Checkpoint next = further(first, 1);
        store.add(first);

        store.add(next);
        assertThat(store.find(first.chain())).contains(first);
        store.replace(first, next);
        store.add(first);

        assertThat(store.find(first.chain())).contains(next);
    }

    @Test
    default void checkpointsAreListedByTheIdsOfTheirChainsDownwards() {
        CheckpointStore store = store();
        Instant moment = someMoment();
        List<Checkpoint> checkpoints = added(store, moment, 5);
        ChainId end = firstChainAt(moment.plusMillis(1));

        assertThat(store.list(end, 5)).containsExactlyElementsOf(checkpoints);
        assertThat(store.list(end, 2)).containsExactlyElementsOf(checkpoints.subList(0, 2));
        assertThat(store.list(checkpoints.get(1).chain(), 3)).containsExactlyElementsOf(checkpoints.subList(2, 5));
    }

    @Test
    default void theListOfCheckpointsBeginsWithTheChainThatWasOpenedLast() {
        CheckpointStore store = store();
        Checkpoint last = first(new ChainId(new UUID(-1, -1)));

        store.add(last);

        assertThat(store.list(null, 1)).containsExactly(last);
    }

    @Test
    default void aWalkThroughTheCheckpointsSeesEachOnceWhateverComesMeanwhile() {
        CheckpointStore store = store();
        Instant moment = someMoment();
        List<Checkpoint> checkpoints = added(store, moment, 10);

        List<Checkpoint> seen = Pages.walk(store.list(firstChainAt(moment.plusMillis(1)), 3), last -> {
            store.add(first(ChainId.next(moment, People.RANDOM)));
            return store.list(last.chain(), 3).stream()
                    .filter(checkpoint -> isOf(moment, checkpoint))
                    .toList();
        });

        assertThat(seen).doesNotHaveDuplicates().isSortedAccordingTo(latestFirst());
        assertThat(seen.stream().filter(checkpoints::contains)).containsExactlyElementsOf(checkpoints);
    }

    @Test
    default void aReplacementWritesAllOfACheckpoint() {
        CheckpointStore store = store();
        Checkpoint first = first(chain());
        Checkpoint other = first(chain());
        Checkpoint far = Checkpoints.farthest(first.chain());
        store.add(first);
        store.add(other);

        boolean replaced = store.replace(first, far);

        assertThat(replaced).isTrue();
        assertThat(store.find(first.chain())).contains(far);
        assertThat(store.find(other.chain())).contains(other);
    }

    @Test
    default void anOlderCheckpointIsNotReplaced() {
        CheckpointStore store = store();
        Checkpoint first = first(chain());
        Checkpoint second = further(first, 1);
        store.add(first);
        store.replace(first, second);

        boolean replaced = store.replace(first, further(first, 2));

        assertThat(replaced).isFalse();
        assertThat(store.find(first.chain())).contains(second);
    }

    @Test
    default void aCheckpointThatIsNotThereIsNotReplaced() {
        CheckpointStore store = store();
        Checkpoint unknown = first(chain());

        boolean replaced = store.replace(unknown, further(unknown, 1));

        assertThat(replaced).isFalse();
        assertThat(store.find(unknown.chain())).isEmpty();
    }

    @RepeatedTest(5)
    default void ofManyFirstCheckpointsThatAreAddedAtOnceOneStays() {
        CheckpointStore store = store();
        Checkpoint first = first(chain());

        List<Optional<Checkpoint>> found = Race.of(64, number -> {
            store.add(further(first, number));
            return store.find(first.chain());
        });

        Optional<Checkpoint> stayed = store.find(first.chain());
        assertThat(stayed).isPresent();
        assertThat(found).containsOnly(stayed);
    }

    @RepeatedTest(5)
    default void ofManySimultaneousReplacementsOfACheckpointExactlyOneIsWritten() {
        CheckpointStore store = store();
        Checkpoint first = first(chain());
        store.add(first);

        List<Boolean> replaced = Race.of(64, number -> store.replace(first, further(first, number + 1)));

        assertThat(replaced).containsOnlyOnce(true);
        assertThat(store.find(first.chain())).contains(further(first, replaced.indexOf(true) + 1));
    }

    @RepeatedTest(5)
    default void whatACallWroteOfACheckpointIsSeenByEveryLaterCall() {
        CheckpointStore store = store();

        List<Boolean> seen = Race.of(64, number -> {
            Checkpoint mine = SEAL.sign(chain(), Checkpoint.Mark.START, Checkpoint.Mark.START, NOON.plusMillis(number));
            store.add(mine);
            return store.find(mine.chain()).filter(mine::equals).isPresent()
                    && store.replace(mine, further(mine, 1))
                    && store.find(mine.chain()).filter(further(mine, 1)::equals).isPresent();
        });

        assertThat(seen).containsOnly(true);
    }

    private static boolean isOf(Instant moment, Checkpoint checkpoint) {
        return checkpoint.chain().toString().compareTo(firstChainAt(moment).toString()) >= 0;
    }

    /** The checkpoints of new chains, as they are to be listed. */
    private static List<Checkpoint> added(CheckpointStore store, Instant moment, int count) {
        List<Checkpoint> checkpoints = Stream.generate(() -> first(ChainId.next(moment, People.RANDOM)))
                .limit(count)
                .toList();
        checkpoints.forEach(store::add);
        return checkpoints.stream().sorted(latestFirst()).toList();
    }

    private static Comparator<Checkpoint> latestFirst() {
        return Comparator.comparing(
                        (Checkpoint checkpoint) -> checkpoint.chain().toString())
                .reversed();
    }
}
