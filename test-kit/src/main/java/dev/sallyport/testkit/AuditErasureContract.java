package dev.sallyport.testkit;

import static dev.sallyport.testkit.AuditRecords.SEAL;
import static dev.sallyport.testkit.AuditRecords.chain;
import static dev.sallyport.testkit.AuditRecords.erased;
import static dev.sallyport.testkit.AuditRecords.event;
import static dev.sallyport.testkit.AuditRecords.sealed;
import static dev.sallyport.testkit.AuditRecords.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.user.UserId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The part of {@link AuditStoreContract} by which a person is forgotten and the chains hold nonetheless. */
public interface AuditErasureContract {

    AuditStore store();

    @Test
    default void whereAPersonsRequestsCameFromIsForgottenAndEverySealHolds() {
        AuditStore store = store();
        ChainId chain = chain();
        UserId ada = somebody();
        UserId grace = somebody();
        List<AuditRecord> records = sealed(
                chain,
                event(ada, ada),
                event(null, ada),
                event(grace, ada),
                event(ada, grace),
                event(ada, null),
                event(null, null),
                AuditRecords.full(ada, grace),
                event(null, grace));
        store.append(records);

        int changed = store.erase(ada, 100);

        List<AuditRecord> left = store.chain(chain, 0, 100);
        assertThat(changed).isEqualTo(5);
        assertThat(left)
                .containsExactly(
                        erased(records.get(0)),
                        erased(records.get(1)),
                        records.get(2),
                        erased(records.get(3)),
                        erased(records.get(4)),
                        records.get(5),
                        erased(records.get(6)),
                        records.get(7))
                .allMatch(SEAL::holds);
        assertThat(store.list(new AuditFilter(null, ada, null, null, null), 100))
                .allMatch(record -> record.event().origin().isErased());
    }

    @Test
    default void recordsFromBeforeThereWereChainsForgetAPersonToo() {
        AuditStore store = store();
        UserId ada = somebody();
        AuditRecord unsealed = AuditRecords.unsealed(event(ada, ada));
        store.append(List.of(unsealed));

        int changed = store.erase(ada, 10);

        assertThat(changed).isEqualTo(1);
        assertThat(store.list(AuditFilter.about(ada), 10)).containsExactly(erased(unsealed));
        assertThat(store.erase(ada, 10)).isZero();
    }

    @Test
    default void noMoreRecordsForgetAPersonAtATimeThanAskedForUntilItIsDone() {
        AuditStore store = store();
        UserId ada = somebody();
        store.append(byThem(ada, 7));

        assertThat(store.erase(ada, 3)).isEqualTo(3);
        assertThat(store.list(AuditFilter.about(ada), 10))
                .filteredOn(record -> record.event().origin().isErased())
                .hasSize(3);
        assertThat(store.erase(ada, 3)).isEqualTo(3);
        assertThat(store.erase(ada, 3)).isEqualTo(1);
        assertThat(store.erase(ada, 3)).isZero();
    }

    @Test
    default void forgettingAStrangerChangesNothing() {
        AuditStore store = store();

        assertThat(store.erase(somebody(), 10)).isZero();
    }

    @Test
    default void appendingAgainRemindsNobody() {
        AuditStore store = store();
        UserId ada = somebody();
        List<AuditRecord> records = byThem(ada, 2);
        store.append(records);
        store.erase(ada, 10);

        store.append(records);

        assertThat(store.chain(records.getFirst().link().chain(), 0, 10))
                .containsExactly(erased(records.getFirst()), erased(records.getLast()));
    }

    @RepeatedTest(5)
    default void whatManyForgetAtOnceIsForgottenWhenEachIsDone() {
        AuditStore store = store();
        UserId ada = somebody();
        List<AuditRecord> records = byThem(ada, 40);
        ChainId chain = records.getFirst().link().chain();
        List<AuditRecord> forgotten = records.stream().map(AuditRecord::erased).toList();
        store.append(records);

        List<Boolean> done = Race.of(8, number -> {
            Pages.untilDone(5, max -> store.erase(ada, max));
            return store.chain(chain, 0, 100).equals(forgotten);
        });

        assertThat(done).containsOnly(true);
    }

    @RepeatedTest(5)
    default void whatIsAppendedWhileAPersonIsForgottenIsNeitherLostNorSpared() {
        AuditStore store = store();
        UserId ada = somebody();
        List<List<AuditRecord>> chains =
                Stream.generate(() -> byThem(ada, 2)).limit(32).toList();

        Race.run(64, number -> {
            if (number % 2 == 0) {
                store.append(chains.get(number / 2));
            } else {
                store.erase(ada, 10);
            }
        });
        store.erase(ada, 100);

        assertThat(chains)
                .allSatisfy(records -> assertThat(
                                store.chain(records.getFirst().link().chain(), 0, 10))
                        .containsExactlyElementsOf(
                                records.stream().map(AuditRecord::erased).toList()));
    }

    private static List<AuditRecord> byThem(UserId person, int count) {
        return sealed(
                chain(),
                Stream.generate(() -> event(person, person)).limit(count).toArray(AuditEvent[]::new));
    }
}
