package dev.sallyport.adapters.mongo.audit;

import dev.sallyport.adapters.mongo.MongoStores;
import dev.sallyport.testkit.CheckpointHoldingsContract;
import dev.sallyport.testkit.CheckpointStoreContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.extension.ExtendWith;

/** On mongo-java-server, unless there is a real MongoDB. */
@OnBackend("MongoDB")
@ExtendWith(MongoStores.class)
final class MongoCheckpointStoreTest
        implements CheckpointStoreContract, CheckpointHoldingsContract<MongoCheckpointStore> {

    private final MongoCheckpointStore store;

    MongoCheckpointStoreTest(MongoCheckpointStore store) {
        this.store = store;
    }

    @Override
    public MongoCheckpointStore store() {
        return store;
    }
}
