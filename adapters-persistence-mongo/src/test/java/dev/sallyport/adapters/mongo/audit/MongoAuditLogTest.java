package dev.sallyport.adapters.mongo.audit;

import dev.sallyport.adapters.mongo.MongoStores;
import dev.sallyport.testkit.AuditHoldingsContract;
import dev.sallyport.testkit.AuditLogContract;
import dev.sallyport.testkit.backend.OnBackend;
import org.junit.jupiter.api.extension.ExtendWith;

/** On mongo-java-server, unless there is a real MongoDB. */
@OnBackend("MongoDB")
@ExtendWith(MongoStores.class)
final class MongoAuditLogTest implements AuditLogContract, AuditHoldingsContract<MongoAuditLog> {

    private final MongoAuditLog log;

    MongoAuditLogTest(MongoAuditLog log) {
        this.log = log;
    }

    @Override
    public MongoAuditLog log() {
        return log;
    }
}
