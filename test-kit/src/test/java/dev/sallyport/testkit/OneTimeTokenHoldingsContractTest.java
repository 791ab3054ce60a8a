package dev.sallyport.testkit;

import dev.sallyport.domain.token.OneTimeHash;
import dev.sallyport.domain.token.OneTimeToken;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

final class OneTimeTokenHoldingsContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return OneTimeTokenHoldingsContract.class;
    }

    @Override
    public Class<?> shownElsewhere() {
        return HoldingsContract.class;
    }

    @Breaks({"aRestoredTokenIsGrantedOnce", "aTokenThatWasUsedIsCarriedAsUsed"})
    static final class KeepsWhatIsRestoredApart extends OverTokens {
        KeepsWhatIsRestoredApart() {
            super(new NaiveOneTimeTokenStore() {
                private final Map<String, OneTimeToken> apart = new ConcurrentHashMap<>();

                @Override
                public void put(OneTimeToken token) {
                    apart.put(idOf(token), token);
                }

                @Override
                public Collection<OneTimeToken> records() {
                    return Stream.concat(tokens.values().stream(), apart.values().stream())
                            .toList();
                }
            });
        }
    }

    @Breaks("aTokenThatWasUsedIsCarriedAsUsed")
    static final class RestoresTokensUnused extends OverTokens {
        RestoresTokensUnused() {
            super(new NaiveOneTimeTokenStore() {
                @Override
                OneTimeToken stored(OneTimeToken token) {
                    return OneTimeTokens.usedAt(token, null);
                }
            });
        }
    }

    @Breaks("howATokenWasUsedIsRead")
    static final class ReadsTokensAsTheyWereAdded extends OverTokens {
        ReadsTokensAsTheyWereAdded() {
            super(new NaiveOneTimeTokenStore() {
                @Override
                public Collection<OneTimeToken> records() {
                    return tokens.values().stream()
                            .map(token -> OneTimeTokens.usedAt(token, null))
                            .toList();
                }
            });
        }
    }

    @Breaks("aRestoredTokenExpires")
    static final class RestoresTokensForGood extends OverTokens {
        RestoresTokensForGood() {
            super(new NaiveOneTimeTokenStore() {
                private final Set<OneTimeHash> restored = ConcurrentHashMap.newKeySet();

                @Override
                public void restore(List<OneTimeToken> all) {
                    all.forEach(token -> restored.add(token.hash()));
                    super.restore(all);
                }

                @Override
                boolean isOver(OneTimeToken token, Instant now) {
                    return !restored.contains(token.hash()) && super.isOver(token, now);
                }
            });
        }
    }

    abstract static class OverTokens implements OneTimeTokenHoldingsContract<NaiveOneTimeTokenStore> {

        private final NaiveOneTimeTokenStore store;

        OverTokens(NaiveOneTimeTokenStore store) {
            this.store = store;
        }

        @Override
        public NaiveOneTimeTokenStore store() {
            return store;
        }
    }
}
