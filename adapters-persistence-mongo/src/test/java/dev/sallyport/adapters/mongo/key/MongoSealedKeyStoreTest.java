package dev.sallyport.adapters.mongo.key;

import dev.sallyport.adapters.mongo.MongoStores;
import dev.sallyport.testkit.SealedKeyHoldingsContract;
import dev.sallyport.testkit.SealedKeyStoreContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.extension.ExtendWith;

/** On mongo-java-server, unless there is a real MongoDB. */
@OnBackend("MongoDB")
@ExtendWith(MongoStores.class)
final class MongoSealedKeyStoreTest implements SealedKeyStoreContract, SealedKeyHoldingsContract<MongoSealedKeyStore> {

    private final MongoSealedKeyStore store;

    MongoSealedKeyStoreTest(MongoSealedKeyStore store) {
        this.store = store;
    }

    @Override
    public MongoSealedKeyStore store() {
        return store;
    }
}
