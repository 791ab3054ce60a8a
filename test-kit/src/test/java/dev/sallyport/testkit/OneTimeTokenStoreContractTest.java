package dev.sallyport.testkit;

import dev.sallyport.domain.token.OneTimeHash;
import dev.sallyport.domain.token.OneTimePurpose;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.OneTimeTokenStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

final class OneTimeTokenStoreContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return OneTimeTokenStoreContract.class;
    }

    @Breaks(
            value = {
                "ofManySimultaneousUsesExactlyOneIsGranted",
                "aTokenThatIsAddedAgainWhileManyUseItIsGrantedOnce",
                "ofManyUsesAtTheEndOfATokensTimeOnlyOneBeforeItIsGranted"
            },
            nothingElse = true)
    static final class ChecksThenActs implements OneTimeTokenStoreContract {
        @Override
        public OneTimeTokenStore store() {
            return new NaiveOneTimeTokenStore();
        }
    }

    @Breaks("aTokenIsGrantedWithAllThatWasWritten")
    static final class ForgetsTheSubject implements OneTimeTokenStoreContract {
        @Override
        public OneTimeTokenStore store() {
            return new NaiveOneTimeTokenStore() {
                @Override
                OneTimeToken stored(OneTimeToken token) {
                    return new OneTimeToken(
                            token.hash(), token.purpose(), null, token.createdAt(), token.expiresAt(), token.usedAt());
                }
            };
        }
    }

    @Breaks("aTokensInstantsComeBackToTheMillisecond")
    static final class KeepsWholeSeconds implements OneTimeTokenStoreContract {
        @Override
        public OneTimeTokenStore store() {
            return new NaiveOneTimeTokenStore() {
                @Override
                OneTimeToken stored(OneTimeToken token) {
                    Instant createdAt = token.createdAt().truncatedTo(ChronoUnit.SECONDS);
                    return new OneTimeToken(
                            token.hash(),
                            token.purpose(),
                            token.subject(),
                            createdAt,
                            token.expiresAt(),
                            token.usedAt());
                }
            };
        }
    }

    @Breaks({"aTokenIsGrantedOnce", "aSweepRemovesNoTokenWhoseTimeIsNotOver"})
    static final class GrantsAgainAndAgain implements OneTimeTokenStoreContract {
        @Override
        public OneTimeTokenStore store() {
            return new NaiveOneTimeTokenStore() {
                @Override
                public Use use(OneTimeHash hash, OneTimePurpose purpose, Instant now) {
                    tokens.computeIfPresent(hash, (same, token) -> OneTimeTokens.usedAt(token, null));
                    return super.use(hash, purpose, now);
                }
            };
        }
    }

    @Breaks("aTokenThatWasNeverAddedIsUnknown")
    static final class TakesTheUnknownForExpired implements OneTimeTokenStoreContract {
        @Override
        public OneTimeTokenStore store() {
            return new NaiveOneTimeTokenStore() {
                @Override
                public Use use(OneTimeHash hash, OneTimePurpose purpose, Instant now) {
                    return tokens.containsKey(hash) ? super.use(hash, purpose, now) : new Use.Expired();
                }
            };
        }
    }

    @Breaks("oneTokenIsUsedAndNoOther")
    static final class UsesThemAllUp implements OneTimeTokenStoreContract {
        @Override
        public OneTimeTokenStore store() {
            return new NaiveOneTimeTokenStore() {
                @Override
                public Use use(OneTimeHash hash, OneTimePurpose purpose, Instant now) {
                    Use use = super.use(hash, purpose, now);
                    tokens.replaceAll((same, token) -> OneTimeTokens.usedAt(token, now));
                    return use;
                }
            };
        }
    }

    @Breaks({"aTokenIsGrantedUntilTheMillisecondItExpires", "ofManyUsesAtTheEndOfATokensTimeOnlyOneBeforeItIsGranted"})
    static final class EndsATokenTooLate implements OneTimeTokenStoreContract {
        @Override
        public OneTimeTokenStore store() {
            return new NaiveOneTimeTokenStore() {
                @Override
                boolean isOver(OneTimeToken token, Instant now) {
                    return now.isAfter(token.expiresAt());
                }
            };
        }
    }

    @Breaks("aTokenIsGrantedUntilTheMillisecondItExpires")
    static final class EndsATokenTooEarly implements OneTimeTokenStoreContract {
        @Override
        public OneTimeTokenStore store() {
            return new NaiveOneTimeTokenStore() {
                @Override
                boolean isOver(OneTimeToken token, Instant now) {
                    return token.isExpired(now.plusMillis(1));
                }
            };
        }
    }

    @Breaks("afterATokenExpiredNobodyLearnsWhetherItWasUsed")
    static final class TellsThatWhatExpiredWasUsed implements OneTimeTokenStoreContract {
        @Override
        public OneTimeTokenStore store() {
            return new NaiveOneTimeTokenStore() {
                @Override
                boolean isOver(OneTimeToken token, Instant now) {
                    return token.usedAt() == null && super.isOver(token, now);
                }
            };
        }
    }

    @Breaks({"aTokenThatExpiredBeforeItWasAddedIsNotGranted", "afterASweepWhatHasExpiredIsNotGranted"})
    static final class NeverEndsAToken implements OneTimeTokenStoreContract {
        @Override
        public OneTimeTokenStore store() {
            return new NaiveOneTimeTokenStore() {
                @Override
                boolean isOver(OneTimeToken token, Instant now) {
                    return false;
                }

                @Override
                public void sweep(Instant now) {}
            };
        }
    }

    @Breaks({"addingATokenAgainAddsNothing", "addingATokenAgainDoesNotMakeItGoodAgain"})
    static final class OverwritesWhatIsThere implements OneTimeTokenStoreContract {
        @Override
        public OneTimeTokenStore store() {
            return new NaiveOneTimeTokenStore() {
                @Override
                public void add(OneTimeToken token) {
                    put(token);
                }
            };
        }
    }

    @Breaks("aSweepRemovesNoTokenWhoseTimeIsNotOver")
    static final class SweepsWhatWasUsed implements OneTimeTokenStoreContract {
        @Override
        public OneTimeTokenStore store() {
            return new NaiveOneTimeTokenStore() {
                @Override
                public void sweep(Instant now) {
                    tokens.values().removeIf(token -> token.usedAt() != null || token.isExpired(now));
                }
            };
        }
    }
}
