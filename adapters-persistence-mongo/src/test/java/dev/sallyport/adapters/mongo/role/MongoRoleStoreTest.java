package dev.sallyport.adapters.mongo.role;

import dev.sallyport.adapters.mongo.MongoStores;
import dev.sallyport.testkit.RoleHoldingsContract;
import dev.sallyport.testkit.RoleStoreContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.extension.ExtendWith;

/** On mongo-java-server, unless there is a real MongoDB. */
@OnBackend("MongoDB")
@ExtendWith(MongoStores.class)
final class MongoRoleStoreTest implements RoleStoreContract, RoleHoldingsContract<MongoRoleStore> {

    private final MongoRoleStore store;

    MongoRoleStoreTest(MongoRoleStore store) {
        this.store = store;
    }

    @Override
    public MongoRoleStore store() {
        return store;
    }
}
