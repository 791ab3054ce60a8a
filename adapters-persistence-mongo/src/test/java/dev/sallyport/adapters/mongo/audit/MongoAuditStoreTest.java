package dev.sallyport.adapters.mongo.audit;

import dev.sallyport.adapters.mongo.MongoStores;
import dev.sallyport.testkit.AuditRecordHoldingsContract;
import dev.sallyport.testkit.AuditStoreContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.extension.ExtendWith;

/** On mongo-java-server, unless there is a real MongoDB. */
@OnBackend("MongoDB")
@ExtendWith(MongoStores.class)
final class MongoAuditStoreTest implements AuditStoreContract, AuditRecordHoldingsContract<MongoAuditStore> {

    private final MongoAuditStore store;

    MongoAuditStoreTest(MongoAuditStore store) {
        this.store = store;
    }

    @Override
    public MongoAuditStore store() {
        return store;
    }
}
