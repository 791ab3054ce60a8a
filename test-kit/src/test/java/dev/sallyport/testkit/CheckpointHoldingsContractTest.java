package dev.sallyport.testkit;

import dev.sallyport.domain.audit.Checkpoint;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

final class CheckpointHoldingsContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return CheckpointHoldingsContract.class;
    }

    @Override
    public Class<?> shownElsewhere() {
        return HoldingsContract.class;
    }

    @Breaks("aRestoredCheckpointIsFoundListedAndReplaced")
    static final class KeepsWhatIsRestoredApart extends OverCheckpoints {
        KeepsWhatIsRestoredApart() {
            super(new NaiveCheckpointStore() {
                private final Map<String, Checkpoint> apart = new ConcurrentHashMap<>();

                @Override
                public void restore(List<Checkpoint> restored) {
                    restored.forEach(checkpoint -> apart.put(idOf(checkpoint), checkpoint));
                }

                @Override
                public Collection<Checkpoint> records() {
                    return Stream.concat(checkpoints.values().stream(), apart.values().stream())
                            .toList();
                }
            });
        }
    }

    abstract static class OverCheckpoints implements CheckpointHoldingsContract<NaiveCheckpointStore> {

        private final NaiveCheckpointStore store;

        OverCheckpoints(NaiveCheckpointStore store) {
            this.store = store;
        }

        @Override
        public NaiveCheckpointStore store() {
            return store;
        }
    }
}
