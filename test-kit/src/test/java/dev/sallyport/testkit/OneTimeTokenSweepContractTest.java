package dev.sallyport.testkit;

import dev.sallyport.domain.token.OneTimeTokenStore;
import java.time.Instant;

final class OneTimeTokenSweepContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return OneTimeTokenSweepContract.class;
    }

    @Breaks("aSweepRemovesTokensThatHadExpiredBefore")
    static final class SweepsNothing implements OneTimeTokenSweepContract {

        private final OneTimeTokenStore store = new NaiveOneTimeTokenStore() {
            @Override
            public void sweep(Instant now) {}
        };

        @Override
        public OneTimeTokenStore store() {
            return store;
        }
    }
}
