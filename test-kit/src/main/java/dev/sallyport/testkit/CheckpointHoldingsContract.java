package dev.sallyport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.CheckpointStore;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a {@link CheckpointStore} promises as {@link Holdings}: what was signed is carried as it was signed. */
public interface CheckpointHoldingsContract<S extends CheckpointStore & Holdings<Checkpoint>>
        extends HoldingsContract<Checkpoint> {

    S store();

    @Override
    default Holdings<Checkpoint> holdings() {
        return store();
    }

    @Override
    default void keep(Checkpoint checkpoint) {
        store().add(checkpoint);
    }

    @Override
    default Checkpoint sample(UUID id) {
        return Checkpoints.first(new ChainId(id));
    }

    @Override
    default Checkpoint changed(Checkpoint checkpoint) {
        return Checkpoints.further(checkpoint, 1);
    }

    @Override
    default List<Checkpoint> extremes() {
        return List.of(Checkpoints.first(AuditRecords.chain()), Checkpoints.farthest(AuditRecords.chain()));
    }

    @Override
    default String id(Checkpoint checkpoint) {
        return checkpoint.chain().value().toString();
    }

    @Test
    default void aRestoredCheckpointIsFoundListedAndReplaced() {
        Checkpoint checkpoint = Checkpoints.farthest(AuditRecords.chain());
        Checkpoint next = Checkpoints.further(checkpoint, 1);

        store().restore(List.of(checkpoint));

        assertThat(store().find(checkpoint.chain())).contains(checkpoint);
        assertThat(store().replace(checkpoint, next)).isTrue();
        assertThat(store().replace(checkpoint, next)).isFalse();
        assertThat(holdings().after("").filter(one -> one.chain().equals(checkpoint.chain())))
                .containsExactly(next);
    }
}
