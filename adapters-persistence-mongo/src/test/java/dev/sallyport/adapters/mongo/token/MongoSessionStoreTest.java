package dev.sallyport.adapters.mongo.token;

import dev.sallyport.adapters.mongo.MongoStores;
import dev.sallyport.testkit.SessionHoldingsContract;
import dev.sallyport.testkit.SessionStoreContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.extension.ExtendWith;

/** On mongo-java-server, unless there is a real MongoDB. */
@OnBackend("MongoDB")
@ExtendWith(MongoStores.class)
final class MongoSessionStoreTest implements SessionStoreContract, SessionHoldingsContract<MongoSessionStore> {

    private final MongoSessionStore store;

    MongoSessionStoreTest(MongoSessionStore store) {
        this.store = store;
    }

    @Override
    public MongoSessionStore store() {
        return store;
    }
}
