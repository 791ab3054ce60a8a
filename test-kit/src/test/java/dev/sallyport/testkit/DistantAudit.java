package dev.sallyport.testkit;

import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.CheckpointStore;
import dev.sallyport.testkit.backend.Relay;
import org.junit.jupiter.api.AfterEach;

/** The contract over right stores, each of whose calls costs so many round trips. */
abstract class DistantAudit implements AuditRoundTripsContract {

    private final Distance distance;
    private final AuditStore auditRecords = new NaiveAuditStore();
    private final CheckpointStore checkpoints = new NaiveCheckpointStore();

    DistantAudit(int roundTrips) {
        distance = new Distance(roundTrips);
    }

    @Override
    public Relay relay() {
        return distance.relay();
    }

    @Override
    public AuditStore auditRecords() {
        return distance.to(AuditStore.class, auditRecords);
    }

    @Override
    public CheckpointStore checkpoints() {
        return distance.to(CheckpointStore.class, checkpoints);
    }

    @AfterEach
    void close() {
        distance.close();
    }
}
