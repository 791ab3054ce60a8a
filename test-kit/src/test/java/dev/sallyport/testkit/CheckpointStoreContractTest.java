package dev.sallyport.testkit;

import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.Checkpoint.Mark;
import dev.sallyport.domain.audit.CheckpointStore;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class CheckpointStoreContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return CheckpointStoreContract.class;
    }

    @Breaks(
            value = {
                "ofManyFirstCheckpointsThatAreAddedAtOnceOneStays",
                "ofManySimultaneousReplacementsOfACheckpointExactlyOneIsWritten"
            },
            nothingElse = true)
    static final class ComparesThenSets implements CheckpointStoreContract {
        @Override
        public CheckpointStore store() {
            return new NaiveCheckpointStore();
        }
    }

    @Breaks({"aCheckpointComesBackAsItWasWrittenAndItsSignatureHolds", "aReplacementWritesAllOfACheckpoint"})
    static final class KeepsTheHeadOnly implements CheckpointStoreContract {
        @Override
        public CheckpointStore store() {
            return new NaiveCheckpointStore() {
                @Override
                Checkpoint stored(Checkpoint checkpoint) {
                    return new Checkpoint(
                            checkpoint.chain(), Mark.START, checkpoint.head(), checkpoint.at(), checkpoint.signature());
                }
            };
        }
    }

    @Breaks("aCheckpointsInstantComesBackToTheMillisecond")
    static final class KeepsWholeSeconds implements CheckpointStoreContract {
        @Override
        public CheckpointStore store() {
            return new NaiveCheckpointStore() {
                @Override
                Checkpoint stored(Checkpoint checkpoint) {
                    return new Checkpoint(
                            checkpoint.chain(),
                            checkpoint.base(),
                            checkpoint.head(),
                            checkpoint.at().truncatedTo(ChronoUnit.SECONDS),
                            checkpoint.signature());
                }
            };
        }
    }

    @Breaks("aChainWithoutACheckpointHasNone")
    static final class HasACheckpointForEveryChain implements CheckpointStoreContract {
        @Override
        public CheckpointStore store() {
            return new NaiveCheckpointStore() {
                @Override
                public Optional<Checkpoint> find(ChainId chain) {
                    return super.find(chain).or(() -> Optional.of(Checkpoints.first(chain)));
                }
            };
        }
    }

    @Breaks("aSecondCheckpointIsNotAddedBesideTheFirst")
    static final class OverwritesWhatIsThere implements CheckpointStoreContract {
        @Override
        public CheckpointStore store() {
            return new NaiveCheckpointStore() {
                @Override
                public void add(Checkpoint checkpoint) {
                    put(checkpoint);
                }
            };
        }
    }

    @Breaks("checkpointsAreListedByTheIdsOfTheirChainsDownwards")
    static final class ListsTheFirstChainsFirst implements CheckpointStoreContract {
        @Override
        public CheckpointStore store() {
            return new NaiveCheckpointStore() {
                @Override
                Comparator<Checkpoint> latestFirst() {
                    return byId();
                }
            };
        }
    }

    @Breaks("theListOfCheckpointsBeginsWithTheChainThatWasOpenedLast")
    static final class FindsNothingBelowNull implements CheckpointStoreContract {
        @Override
        public CheckpointStore store() {
            return new NaiveCheckpointStore() {
                @Override
                public List<Checkpoint> list(@Nullable ChainId below, int max) {
                    return below == null ? List.of() : super.list(below, max);
                }
            };
        }
    }

    @Breaks("aWalkThroughTheCheckpointsSeesEachOnceWhateverComesMeanwhile")
    static final class IgnoresTheBound implements CheckpointStoreContract {
        @Override
        public CheckpointStore store() {
            return new NaiveCheckpointStore() {
                @Override
                boolean isBelow(Checkpoint checkpoint, ChainId below) {
                    return true;
                }
            };
        }
    }

    @Breaks({"anOlderCheckpointIsNotReplaced", "aCheckpointThatIsNotThereIsNotReplaced"})
    static final class ReplacesWithoutComparing implements CheckpointStoreContract {
        @Override
        public CheckpointStore store() {
            return new NaiveCheckpointStore() {
                @Override
                boolean isStill(Checkpoint expected) {
                    return true;
                }
            };
        }
    }

    @Breaks("whatACallWroteOfACheckpointIsSeenByEveryLaterCall")
    static final class KeepsNothing implements CheckpointStoreContract {
        @Override
        public CheckpointStore store() {
            return new NaiveCheckpointStore() {
                @Override
                public void put(Checkpoint checkpoint) {}
            };
        }
    }
}
