package dev.sallyport.adapters.mongo.intention;

import dev.sallyport.adapters.mongo.MongoStores;
import dev.sallyport.adapters.mongo.MongoUnderTest;
import dev.sallyport.domain.intention.IntentionStore;
import dev.sallyport.testkit.IntentionStoreContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.extension.ExtendWith;

/** On mongo-java-server, unless there is a real MongoDB. */
@OnBackend("MongoDB")
@ExtendWith(MongoStores.class)
final class MongoIntentionStoreTest implements IntentionStoreContract {

    private final MongoUnderTest mongo;

    MongoIntentionStoreTest(MongoUnderTest mongo) {
        this.mongo = mongo;
    }

    @Override
    public IntentionStore freshStore() {
        mongo.empty("intentions");
        return mongo.get(MongoIntentionStore.class);
    }
}
