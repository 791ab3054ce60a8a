package dev.sallyport.adapters.mongo.audit;

import dev.sallyport.adapters.mongo.MongoStores;
import dev.sallyport.adapters.mongo.MongoUnderTest;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.testkit.AuditRecordHoldingsContract;
import dev.sallyport.testkit.AuditStoreContract;
import dev.sallyport.testkit.IllegibleAuditContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.extension.ExtendWith;

/** On mongo-java-server, unless there is a real MongoDB. */
@OnBackend("MongoDB")
@ExtendWith(MongoStores.class)
final class MongoAuditStoreTest
        implements AuditStoreContract, AuditRecordHoldingsContract<MongoAuditStore>, IllegibleAuditContract {

    private final MongoUnderTest mongo;
    private final MongoAuditStore store;

    MongoAuditStoreTest(MongoUnderTest mongo) {
        this.mongo = mongo;
        this.store = mongo.get(MongoAuditStore.class);
    }

    @Override
    public void spoil(AuditEventId id) {
        mongo.set("audit_events", id.toString(), "event_type", "nothing.at_all");
    }

    @Override
    public MongoAuditStore store() {
        return store;
    }
}
