package dev.sallyport.testkit;

import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.key.SealedKeyStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class SealedKeyStoreContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return SealedKeyStoreContract.class;
    }

    @Breaks(value = "allWhoStartTogetherLeaveWithTheSameKey", nothingElse = true)
    static final class LetsEachKeepItsOwn implements SealedKeyStoreContract {
        @Override
        public SealedKeyStore store() {
            return new NaiveSealedKeyStore();
        }
    }

    @Breaks("theFirstCandidateIsAgreedOn")
    static final class KeepsNothing implements SealedKeyStoreContract {
        @Override
        public SealedKeyStore store() {
            return new NaiveSealedKeyStore() {
                @Override
                public List<SealedKey> list() {
                    return List.of();
                }
            };
        }
    }

    @Breaks("everyLaterCandidateYieldsToTheFirst")
    static final class PrefersTheLast implements SealedKeyStoreContract {
        @Override
        public SealedKeyStore store() {
            return new NaiveSealedKeyStore() {
                @Override
                public SealedKey agree(SealedKey candidate) {
                    keys.removeIf(key -> key.purpose().equals(candidate.purpose()));
                    return super.agree(candidate);
                }
            };
        }
    }

    @Breaks({"everyLaterCandidateYieldsToTheFirst", "aKeyIsAgreedOnAgain"})
    static final class KeepsEveryCandidate implements SealedKeyStoreContract {
        @Override
        public SealedKeyStore store() {
            return new NaiveSealedKeyStore() {
                @Override
                public SealedKey agree(SealedKey candidate) {
                    keys.add(candidate);
                    return super.agree(candidate);
                }
            };
        }
    }

    @Breaks("aKeyOfTheGreatestSizeComesBack")
    static final class CutsLongKeys implements SealedKeyStoreContract {
        @Override
        public SealedKeyStore store() {
            return new NaiveSealedKeyStore() {
                @Override
                SealedKey stored(SealedKey key) {
                    String cut = key.sealed().substring(0, Math.min(key.sealed().length(), SealedKey.MAX_SEALED / 2));
                    return new SealedKey(key.id(), key.purpose(), key.state(), cut, key.createdAt());
                }
            };
        }
    }

    @Breaks("eachPurposeHasAKeyOfItsOwn")
    static final class HasOneKeyForEverything implements SealedKeyStoreContract {
        @Override
        public SealedKeyStore store() {
            return new NaiveSealedKeyStore() {
                @Override
                Optional<SealedKey> active(String purpose) {
                    return keys.stream().findFirst();
                }
            };
        }
    }

    @Breaks("keysAreListedOldestFirst")
    static final class ListsByIdAlone implements SealedKeyStoreContract {
        @Override
        public SealedKeyStore store() {
            return new NaiveSealedKeyStore() {
                @Override
                Comparator<SealedKey> oldestFirst() {
                    return Comparator.comparing(key -> key.id().toString());
                }
            };
        }
    }

    @Breaks("keysAreListedOldestFirst")
    static final class ListsTheNewestFirst implements SealedKeyStoreContract {
        @Override
        public SealedKeyStore store() {
            return new NaiveSealedKeyStore() {
                @Override
                Comparator<SealedKey> oldestFirst() {
                    return super.oldestFirst().reversed();
                }
            };
        }
    }
}
