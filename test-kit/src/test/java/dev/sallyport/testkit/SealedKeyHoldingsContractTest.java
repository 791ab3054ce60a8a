package dev.sallyport.testkit;

import dev.sallyport.domain.key.KeyState;
import dev.sallyport.domain.key.SealedKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

final class SealedKeyHoldingsContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return SealedKeyHoldingsContract.class;
    }

    @Override
    public Class<?> shownElsewhere() {
        return HoldingsContract.class;
    }

    @Breaks("theRestoredKeyIsTheOneAgreedOn")
    static final class KeepsWhatIsRestoredApart extends OverKeys {
        KeepsWhatIsRestoredApart() {
            super(new NaiveSealedKeyStore() {
                private final List<SealedKey> apart = new CopyOnWriteArrayList<>();

                @Override
                public void put(SealedKey key) {
                    apart.add(key);
                }

                @Override
                public Collection<SealedKey> records() {
                    return Stream.concat(keys.stream(), apart.stream()).toList();
                }
            });
        }
    }

    @Breaks({"keysOfEveryStateAreRestoredAndListed", "twoKeysThatRetiredAreRestoredBesideEachOther"})
    static final class KeepsActiveKeysOnly extends OverKeys {
        KeepsActiveKeysOnly() {
            super(new NaiveSealedKeyStore() {
                @Override
                public void put(SealedKey key) {
                    if (key.state() == KeyState.ACTIVE) {
                        super.put(key);
                    }
                }
            });
        }
    }

    @Breaks("aKeyThatRetiredIsNotAgreedOn")
    static final class TakesAnyKeyForActive extends OverKeys {
        TakesAnyKeyForActive() {
            super(new NaiveSealedKeyStore() {
                @Override
                Optional<SealedKey> active(String purpose) {
                    return keys.stream()
                            .filter(key -> key.purpose().equals(purpose))
                            .findFirst();
                }
            });
        }
    }

    @Breaks(value = "aSecondActiveKeyOfOnePurposeCannotBeRestored", nothingElse = true)
    static final class RestoresWhateverItIsGiven extends OverKeys {
        RestoresWhateverItIsGiven() {
            super(new NaiveSealedKeyStore() {
                @Override
                public void put(SealedKey key) {
                    keys.add(key);
                }
            });
        }
    }

    @Breaks("whatIsRestoredIsReadAsItIs")
    static final class CutsLongKeys extends OverKeys {
        CutsLongKeys() {
            super(new NaiveSealedKeyStore() {
                @Override
                SealedKey stored(SealedKey key) {
                    String cut = key.sealed().substring(0, Math.min(key.sealed().length(), SealedKey.MAX_SEALED / 2));
                    return new SealedKey(key.id(), key.purpose(), key.state(), cut, key.createdAt());
                }
            });
        }
    }

    abstract static class OverKeys implements SealedKeyHoldingsContract<NaiveSealedKeyStore> {

        private final NaiveSealedKeyStore store;

        OverKeys(NaiveSealedKeyStore store) {
            this.store = store;
        }

        @Override
        public NaiveSealedKeyStore store() {
            return store;
        }
    }
}
