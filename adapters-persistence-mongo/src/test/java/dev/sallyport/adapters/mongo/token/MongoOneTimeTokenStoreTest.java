package dev.sallyport.adapters.mongo.token;

import dev.sallyport.adapters.mongo.MongoStores;
import dev.sallyport.testkit.OneTimeTokenHoldingsContract;
import dev.sallyport.testkit.OneTimeTokenStoreContract;
import dev.sallyport.testkit.OneTimeTokenSweepContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.extension.ExtendWith;

/** On mongo-java-server, unless there is a real MongoDB. */
@OnBackend("MongoDB")
@ExtendWith(MongoStores.class)
final class MongoOneTimeTokenStoreTest
        implements OneTimeTokenStoreContract,
                OneTimeTokenSweepContract,
                OneTimeTokenHoldingsContract<MongoOneTimeTokenStore> {

    private final MongoOneTimeTokenStore store;

    MongoOneTimeTokenStoreTest(MongoOneTimeTokenStore store) {
        this.store = store;
    }

    @Override
    public MongoOneTimeTokenStore store() {
        return store;
    }
}
