package dev.sallyport.testkit;

import dev.sallyport.domain.apikey.ApiKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

final class ApiKeyHoldingsContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return ApiKeyHoldingsContract.class;
    }

    @Override
    public Class<?> shownElsewhere() {
        return HoldingsContract.class;
    }

    @Breaks({
        "aRestoredApiKeyIsFoundAndListed",
        "aRestoredApiKeyIsReplacedUnderItsVersion",
        "aUseOfARestoredApiKeyIsNoted",
        "aRestoredApiKeyIsRemovedForGood"
    })
    static final class KeepsWhatIsRestoredApart extends OverApiKeys {
        KeepsWhatIsRestoredApart() {
            super(new NaiveApiKeyStore() {
                private final Map<String, ApiKey> apart = new ConcurrentHashMap<>();

                @Override
                public void restore(List<ApiKey> restored) {
                    restored.forEach(key -> apart.put(idOf(key), key));
                }

                @Override
                public Collection<ApiKey> records() {
                    return Stream.concat(keys.values().stream(), apart.values().stream())
                            .toList();
                }
            });
        }
    }

    @Breaks("whatIsRestoredIsReadAsItIs")
    static final class ForgetsTheLastUse extends OverApiKeys {
        ForgetsTheLastUse() {
            super(new NaiveApiKeyStore() {
                @Override
                ApiKey stored(ApiKey key) {
                    return ApiKeys.usedAt(key, null);
                }
            });
        }
    }

    abstract static class OverApiKeys implements ApiKeyHoldingsContract<NaiveApiKeyStore> {

        private final NaiveApiKeyStore store;

        OverApiKeys(NaiveApiKeyStore store) {
            this.store = store;
        }

        @Override
        public NaiveApiKeyStore store() {
            return store;
        }
    }
}
