package dev.sallyport.adapters.mongo.apikey;

import dev.sallyport.adapters.mongo.MongoStores;
import dev.sallyport.testkit.ApiKeyHoldingsContract;
import dev.sallyport.testkit.ApiKeyStoreContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.extension.ExtendWith;

/** On mongo-java-server, unless there is a real MongoDB. */
@OnBackend("MongoDB")
@ExtendWith(MongoStores.class)
final class MongoApiKeyStoreTest implements ApiKeyStoreContract, ApiKeyHoldingsContract<MongoApiKeyStore> {

    private final MongoApiKeyStore store;

    MongoApiKeyStoreTest(MongoApiKeyStore store) {
        this.store = store;
    }

    @Override
    public MongoApiKeyStore store() {
        return store;
    }
}
