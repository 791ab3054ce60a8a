package dev.sallyport.testkit;

import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyId;
import dev.sallyport.domain.apikey.ApiKeyName;
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.apikey.SecretHash;
import dev.sallyport.domain.role.Tier;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class ApiKeyStoreContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return ApiKeyStoreContract.class;
    }

    @Breaks(
            value = {
                "ofManyWhoAddAnApiKeyAtOnceOneIsHeard",
                "ofManySimultaneousUsesTheLatestStays",
                "ofManySimultaneousReplacementsOfAnApiKeyExactlyOneIsWritten",
                "noReplacementOfAnApiKeyIsLostWhenTheLosersDecideAgain",
                "usesAndReplacementsOfAnApiKeyAtOnceLoseNeither",
                "ofManySimultaneousRemovalsOfAnApiKeyExactlyOneIsToldSo",
                "whatReplacesAnApiKeyWhileItIsRemovedDoesNotBringItBack"
            },
            nothingElse = true)
    static final class ChecksThenActs implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore();
        }
    }

    @Breaks({"anApiKeyIsFoundAndListedAsItWasWritten", "aReplacementWritesEveryFieldOfAnApiKeyButItsUse"})
    static final class KeepsOneSecretOnly implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                ApiKey stored(ApiKey key) {
                    return ApiKeys.with(key, (SecretHash) null);
                }
            };
        }
    }

    @Breaks("anApiKeyThatWasNeverAddedIsNotFound")
    static final class FindsAnyKey implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                public Optional<ApiKey> find(ApiKeyId id) {
                    return super.find(id).or(() -> Optional.of(ApiKeys.some()));
                }
            };
        }
    }

    @Breaks("anApiKeyOfEachTierComesBack")
    static final class KnowsOneTierOnly implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                ApiKey stored(ApiKey key) {
                    return ApiKeys.with(key, Tier.ADMIN);
                }
            };
        }
    }

    @Breaks("anApiKeysInstantsComeBackToTheMillisecond")
    static final class KeepsWholeSeconds implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                ApiKey stored(ApiKey key) {
                    return ApiKeys.at(key, key.createdAt().truncatedTo(ChronoUnit.SECONDS));
                }
            };
        }
    }

    @Breaks("anApiKeysNameComesBackCodePointByCodePoint")
    static final class KnowsAsciiOnly implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                ApiKey stored(ApiKey key) {
                    return ApiKeys.with(key, new ApiKeyName(key.name().value().replaceAll("\\P{ASCII}", "?")));
                }
            };
        }
    }

    @Breaks("addingAnApiKeyAgainAddsNothing")
    static final class OverwritesWhatIsThere implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                public void add(ApiKey key) {
                    put(key);
                }
            };
        }
    }

    @Breaks("anApiKeyThatHasExpiredStays")
    static final class HidesWhatHasExpired implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                public Optional<ApiKey> find(ApiKeyId id) {
                    return super.find(id).filter(key -> !key.isExpired(People.NOON));
                }
            };
        }
    }

    @Breaks("apiKeysAreListedNewestFirstByTheirIds")
    static final class ListsTheOldestFirst implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                Comparator<ApiKey> newestFirst() {
                    return byId();
                }
            };
        }
    }

    @Breaks("apiKeysAreListedNewestFirstByTheirIds")
    static final class ListsThemAll implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                public List<ApiKey> list(@Nullable ApiKeyId below, int max) {
                    return super.list(below, Integer.MAX_VALUE);
                }
            };
        }
    }

    @Breaks("aListOfApiKeysBeginsWithTheNewestOfAll")
    static final class TakesIdsForSignedNumbers implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                Comparator<ApiKey> newestFirst() {
                    return Comparator.comparing((ApiKey key) -> key.id().value())
                            .reversed();
                }
            };
        }
    }

    @Breaks({
        "apiKeysAreListedNewestFirstByTheirIds",
        "aWalkThroughAllApiKeysMissesNoneThatStaysWhateverComesAndGoesMeanwhile"
    })
    static final class IgnoresTheBound implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                boolean isBelow(ApiKey key, ApiKeyId below) {
                    return true;
                }
            };
        }
    }

    @Breaks("aUseIsNotedAndTouchesNothingElse")
    static final class CountsAUseAsAChange implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                public void recordUse(ApiKeyId id, Instant at, Duration apart) {
                    keys.computeIfPresent(id, (same, key) -> ApiKeys.next(ApiKeys.usedAt(key, at)));
                }
            };
        }
    }

    @Breaks("theLatestUseStaysInWhateverOrderTheyArrive")
    static final class NotesTheUseThatCameLast implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                boolean isLater(Instant at, @Nullable Instant last) {
                    return true;
                }
            };
        }
    }

    @Breaks("aUseSoonAfterTheOneThatIsNotedIsNotNoted")
    static final class NotesEveryUse implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                public void recordUse(ApiKeyId id, Instant at, Duration apart) {
                    super.recordUse(id, at, Duration.ZERO);
                }
            };
        }
    }

    @Breaks("aUseOfAnUnknownApiKeyDoesNothing")
    static final class NotesTheUseOfAnUnknownKey implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                public void recordUse(ApiKeyId id, Instant at, Duration apart) {
                    keys.putIfAbsent(id, ApiKeys.with(ApiKeys.some(), id));
                    super.recordUse(id, at, apart);
                }
            };
        }
    }

    @Breaks("whatACallWroteOfAnApiKeyIsSeenByEveryLaterCall")
    static final class KeepsNothing implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                public void put(ApiKey key) {}
            };
        }
    }

    @Breaks("aReplacementMayLeaveOutWhatAnApiKeyHad")
    static final class NeverEmptiesAField implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                ApiKey stored(ApiKey key) {
                    ApiKey present = keys.get(key.id());
                    return present == null || key.previous() != null ? key : ApiKeys.with(key, present.previous());
                }
            };
        }
    }

    @Breaks({"aReplacementOfAnOlderVersionOfAnApiKeyIsNotWritten", "aReplacementOfAnUnknownApiKeyAddsNothing"})
    static final class ReplacesWithoutComparing implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                public boolean replace(ApiKey expected, ApiKey next) {
                    put(next);
                    return true;
                }
            };
        }
    }

    @Breaks("aReplacementKeepsTheUseThatTheStoreKnows")
    static final class ReplacesTheUseToo implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                public boolean replace(ApiKey expected, ApiKey next) {
                    boolean replaced = super.replace(expected, next);
                    keys.computeIfPresent(next.id(), (same, key) -> replaced ? next : key);
                    return replaced;
                }
            };
        }
    }

    @Breaks("anApiKeyThatWasRemovedIsFoundAndListedNoMore")
    static final class NeverRemovesAKey implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                public boolean remove(ApiKeyId id) {
                    return keys.containsKey(id);
                }
            };
        }
    }

    @Breaks("aRemovalOfAnUnknownApiKeyIsToldSo")
    static final class SaysThatItRemoved implements ApiKeyStoreContract {
        @Override
        public ApiKeyStore store() {
            return new NaiveApiKeyStore() {
                @Override
                public boolean remove(ApiKeyId id) {
                    keys.remove(id);
                    return true;
                }
            };
        }
    }
}
