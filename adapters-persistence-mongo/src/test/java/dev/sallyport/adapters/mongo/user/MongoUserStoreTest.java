package dev.sallyport.adapters.mongo.user;

import dev.sallyport.adapters.mongo.MongoStores;
import dev.sallyport.testkit.UserHoldingsContract;
import dev.sallyport.testkit.UserListContract;
import dev.sallyport.testkit.UserStoreContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.extension.ExtendWith;

/** On mongo-java-server, unless there is a real MongoDB. */
@OnBackend("MongoDB")
@ExtendWith(MongoStores.class)
final class MongoUserStoreTest implements UserStoreContract, UserListContract, UserHoldingsContract<MongoUserStore> {

    private final MongoUserStore store;

    MongoUserStoreTest(MongoUserStore store) {
        this.store = store;
    }

    @Override
    public MongoUserStore store() {
        return store;
    }
}
