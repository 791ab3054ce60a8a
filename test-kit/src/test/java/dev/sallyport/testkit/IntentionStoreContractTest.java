package dev.sallyport.testkit;

import dev.sallyport.domain.intention.Intention;
import dev.sallyport.domain.intention.IntentionStore;
import dev.sallyport.domain.intention.Intentions;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

final class IntentionStoreContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return IntentionStoreContract.class;
    }

    @Breaks(
            value = {
                "ofManySimultaneousFirstReplacementsExactlyOneIsWritten",
                "ofManySimultaneousLaterReplacementsExactlyOneIsWritten",
                "whatWasAnnouncedIsSeenByEveryLaterCallUntilItIsCleared"
            },
            nothingElse = true)
    static final class ComparesThenSets implements IntentionStoreContract {
        @Override
        public IntentionStore freshStore() {
            return new NaiveIntentionStore();
        }
    }

    @Breaks("beforeTheFirstReplacementNothingIsAnnounced")
    static final class BeginsWithTheFirstVersion implements IntentionStoreContract {
        @Override
        public IntentionStore freshStore() {
            return new NaiveIntentionStore() {
                @Override
                public Intentions read() {
                    return present.version() == 0 ? new Intentions(1, present.since()) : present;
                }
            };
        }
    }

    @Breaks("whatWasAnnouncedIsRead")
    static final class KeepsTheVersionOnly implements IntentionStoreContract {
        @Override
        public IntentionStore freshStore() {
            return new NaiveIntentionStore() {
                @Override
                Intentions stored(Intentions next) {
                    return new Intentions(next.version(), Intentions.NONE.since());
                }
            };
        }
    }

    @Breaks("whatWasClearedIsGoneAndTheVersionGoesOn")
    static final class NeverClears implements IntentionStoreContract {
        @Override
        public IntentionStore freshStore() {
            return new NaiveIntentionStore() {
                @Override
                Intentions stored(Intentions next) {
                    SortedMap<Intention, Instant> all = new TreeMap<>(present.since());
                    all.putAll(next.since());
                    return new Intentions(next.version(), all);
                }
            };
        }
    }

    @Breaks("manyIntentionsOfAnyTextComeBackToTheMillisecond")
    static final class TakesDotsForPaths implements IntentionStoreContract {
        @Override
        public IntentionStore freshStore() {
            return new NaiveIntentionStore() {
                @Override
                Intentions stored(Intentions next) {
                    SortedMap<Intention, Instant> since = new TreeMap<>();
                    next.since()
                            .forEach((what, at) ->
                                    since.put(Intention.of(what.text().replace('.', ',')), at));
                    return new Intentions(next.version(), since);
                }
            };
        }
    }

    @Breaks({"aReplacementOfAnOlderVersionIsNotWritten", "aReplacementOfAVersionThatNeverWasIsNotWritten"})
    static final class ComparesNothing implements IntentionStoreContract {
        @Override
        public IntentionStore freshStore() {
            return new NaiveIntentionStore() {
                @Override
                boolean isStill(Intentions expected) {
                    return true;
                }
            };
        }
    }
}
