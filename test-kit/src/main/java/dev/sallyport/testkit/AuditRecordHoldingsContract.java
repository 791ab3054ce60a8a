package dev.sallyport.testkit;

import static dev.sallyport.testkit.AuditRecords.SEAL;
import static dev.sallyport.testkit.AuditRecords.erased;
import static dev.sallyport.testkit.AuditRecords.event;
import static dev.sallyport.testkit.AuditRecords.sealed;
import static dev.sallyport.testkit.AuditRecords.somebody;
import static dev.sallyport.testkit.AuditRecords.unsealed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.user.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an {@link AuditStore} promises as {@link Holdings}: chains that were carried hold and go on. */
public interface AuditRecordHoldingsContract<S extends AuditStore & Holdings<AuditRecord>>
        extends HoldingsContract<AuditRecord> {

    S store();

    @Override
    default Holdings<AuditRecord> holdings() {
        return store();
    }

    @Override
    default void keep(AuditRecord record) {
        store().append(List.of(record));
    }

    @Override
    default AuditRecord sample(UUID id) {
        AuditEvent event = event(null, somebody());
        return sealed(with(new AuditEventId(id), event, AuditType.SESSION_OPENED));
    }

    @Override
    default AuditRecord changed(AuditRecord record) {
        AuditEvent changed = with(record.event().id(), record.event(), AuditType.SESSION_ENDED);
        return new AuditRecord(changed, record.link());
    }

    @Override
    default List<AuditRecord> extremes() {
        Stream<AuditRecord> records = Stream.of(
                sealed(AuditRecords.full(somebody(), somebody())),
                sealed(AuditRecords.bare()),
                unsealed(AuditRecords.bare()),
                erased(sealed(AuditRecords.full(somebody(), somebody()))));
        Stream<AuditRecord> ofEveryType =
                Arrays.stream(AuditType.values()).map(type -> sealed(event(type, null, somebody(), People.NOON)));
        return Stream.concat(records, ofEveryType).toList();
    }

    @Override
    default String id(AuditRecord record) {
        return record.event().id().value().toString();
    }

    @Test
    default void aRestoredChainIsReadAndHolds() {
        UserId ada = somebody();
        ChainId chain = AuditRecords.chain();
        List<AuditRecord> records = sealed(chain, event(ada, ada), event(ada, ada), event(ada, ada));

        store().restore(List.of(records.get(2), records.get(0), records.get(1)));

        assertThat(store().chain(chain, 0, 10))
                .containsExactlyElementsOf(records)
                .allMatch(SEAL::holds);
        assertThat(store().list(AuditFilter.about(ada), 10)).containsExactlyInAnyOrderElementsOf(records);
    }

    @Test
    default void aRestoredChainGoesOn() {
        ChainId chain = AuditRecords.chain();
        List<AuditRecord> records = AuditRecords.several(chain, 4);
        store().restore(records.subList(0, 2));

        store().append(records.subList(1, 4));

        assertThat(store().chain(chain, 0, 10)).containsExactlyElementsOf(records);
    }

    @Test
    default void aRestoredPersonIsForgotten() {
        UserId ada = somebody();
        AuditRecord record = sealed(event(ada, ada));
        store().restore(List.of(record));

        int changed = store().erase(ada, 10);

        assertThat(changed).isEqualTo(1);
        assertThat(holdings().after("").filter(one -> id(one).equals(id(record))))
                .containsExactly(erased(record));
    }

    @Test
    default void aRestoredChainIsRemoved() {
        List<AuditRecord> records = AuditRecords.several(AuditRecords.chain(), 3);
        long count = store().count();
        store().restore(records);

        int removed = store().removeUpTo(records.getFirst().link().chain(), 3, 10);

        assertThat(removed).isEqualTo(3);
        assertThat(store().count()).isEqualTo(count);
    }

    private static AuditEvent with(AuditEventId id, AuditEvent event, AuditType type) {
        return new AuditEvent(
                id,
                event.at(),
                type,
                event.actor(),
                event.subject(),
                event.session(),
                event.origin(),
                Map.of("n", "1"));
    }
}
