package dev.sallyport.testkit;

import static dev.sallyport.testkit.RoundTrips.assertRoundTrips;

import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.CheckpointStore;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.testkit.backend.Relay;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How often the audit log's ports ask a server, as their Javadoc says. The stores reach it through {@link #relay} alone. */
public interface AuditRoundTripsContract {

    Relay relay();

    AuditStore auditRecords();

    CheckpointStore checkpoints();

    @Test
    default void appendingIsOneRoundTripHoweverManyRecordsComeAtOnce() {
        List<AuditRecord> records = AuditRecords.several(AuditRecords.chain(), 5 * AuditStore.MOST_AT_ONCE);
        List<AuditRecord> one = AuditRecords.several(AuditRecords.chain(), 5);

        assertRoundTrips(relay(), number -> auditRecords().append(batch(records, number)))
                .isOne();
        assertRoundTrips(relay(), number -> auditRecords().append(one.subList(number, number + 1)))
                .isOne();
    }

    @Test
    default void readingTheAuditLogIsOneRoundTrip() {
        UserId ada = AuditRecords.somebody();
        AuditRecord record = AuditRecords.sealed(AuditRecords.event(ada, ada));
        AuditFilter filter = new AuditFilter(AuditType.SESSION_OPENED, ada, ada, null, null);
        ChainId chain = record.link().chain();
        auditRecords().append(List.of(record));

        assertRoundTrips(relay(), number -> auditRecords().list(filter, 10)).isOne();
        assertRoundTrips(relay(), number -> auditRecords().chain(chain, 0, 10)).isOne();
        assertRoundTrips(relay(), number -> auditRecords().chainAfter(chain)).isOne();
        assertRoundTrips(relay(), number -> auditRecords().chainAfter(null)).isOne();
    }

    @Test
    default void removingAndErasingAreTwoRoundTripsAtMost() {
        UserId ada = AuditRecords.somebody();
        ChainId chain = AuditRecords.chain();
        auditRecords()
                .append(AuditRecords.sealed(
                        chain,
                        Stream.generate(() -> AuditRecords.event(ada, ada))
                                .limit(5)
                                .toArray(AuditEvent[]::new)));

        assertRoundTrips(relay(), number -> auditRecords().erase(ada, 1)).isLessThanOrEqualTo(2);
        assertRoundTrips(relay(), number -> auditRecords().removeUpTo(chain, 5, 1))
                .isLessThanOrEqualTo(2);
    }

    @Test
    default void whateverIsDoneWithACheckpointIsOneRoundTrip() {
        List<Checkpoint> present = Stream.generate(() -> Checkpoints.first(AuditRecords.chain()))
                .limit(5)
                .toList();

        assertRoundTrips(relay(), number -> checkpoints().add(present.get(number)))
                .isOne();
        assertRoundTrips(
                        relay(),
                        number -> checkpoints().find(present.get(number).chain()))
                .isOne();
        assertRoundTrips(
                        relay(),
                        number -> checkpoints().list(present.get(number).chain(), 2))
                .isOne();
        assertRoundTrips(relay(), number -> replace(present.get(number))).isOne();
    }

    private void replace(Checkpoint present) {
        checkpoints().replace(present, Checkpoints.further(present, 1));
    }

    private static List<AuditRecord> batch(List<AuditRecord> records, int number) {
        return records.subList(number * AuditStore.MOST_AT_ONCE, (number + 1) * AuditStore.MOST_AT_ONCE);
    }
}
