package dev.sallyport.testkit;

import static dev.sallyport.testkit.AuditRecords.chain;
import static dev.sallyport.testkit.AuditRecords.firstChainAt;
import static dev.sallyport.testkit.AuditRecords.several;
import static dev.sallyport.testkit.AuditRecords.someMoment;
import static dev.sallyport.testkit.AuditRecords.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.audit.AuditEntry;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The part of {@link AuditStoreContract} by which chains are read from their beginnings, and removed from there. */
public interface AuditChainContract {

    AuditStore store();

    @Test
    default void aChainIsReadInItsSequence() {
        AuditStore store = store();
        ChainId chain = chain();
        List<AuditRecord> records = several(chain, 12);
        store.append(records.subList(0, 7));
        store.append(records.subList(7, 12));

        assertThat(store.chain(chain, 0, 100)).containsExactlyElementsOf(records);
        assertThat(store.chain(chain, -1, 5)).containsExactlyElementsOf(records.subList(0, 5));
        assertThat(store.chain(chain, 8, 3)).containsExactlyElementsOf(records.subList(8, 11));
        assertThat(store.chain(chain, 12, 3)).isEmpty();
    }

    @Test
    default void aChainIsReadWithoutTheRecordsOfOthers() {
        AuditStore store = store();
        ChainId mine = chain();
        ChainId another = chain();
        List<AuditRecord> records = several(mine, 2);
        store.append(records.subList(0, 1));
        store.append(several(another, 2));
        store.append(records.subList(1, 2));

        assertThat(store.chain(mine, 0, 10)).containsExactlyElementsOf(records);
        assertThat(store.chain(chain(), -1, 10)).isEmpty();
    }

    @Test
    default void aRecordFromBeforeThereWereChainsIsAChainOfItsOwn() {
        AuditStore store = store();
        AuditRecord unsealed = AuditRecords.unsealed(AuditRecords.event(null, somebody()));
        ChainId chain = unsealed.link().chain();

        store.append(List.of(unsealed));

        assertThat(store.chain(chain, -1, 10)).containsExactly(unsealed);
        assertThat(store.chain(chain, 0, 10)).isEmpty();
        assertThat(store.chainAfter(justBelow(chain))).contains(chain);
    }

    @Test
    default void chainsAreFoundOneAfterAnotherInTheOrderOfTheirIds() {
        AuditStore store = store();
        Instant moment = someMoment();
        List<ChainId> chains = chainsOf(moment, 5);
        chains.reversed().forEach(chain -> store.append(several(chain, 3)));
        store.append(several(ChainId.next(moment.plusMillis(1), People.RANDOM), 1));

        List<ChainId> found = Stream.iterate(
                        store.chainAfter(firstChainAt(moment)).orElseThrow(),
                        chain -> store.chainAfter(chain).orElseThrow())
                .limit(5)
                .toList();

        assertThat(found).containsExactlyElementsOf(chains);
        assertThat(store.chainAfter(justBelow(chains.get(2)))).contains(chains.get(2));
    }

    @Test
    default void theFirstChainOfAllComesAfterNoneAndNoneAfterTheLast() {
        AuditStore store = store();
        ChainId least = new ChainId(new UUID(0, 1));
        ChainId greatest = new ChainId(new UUID(-1, -1));
        store.append(several(least, 1));
        store.append(several(greatest, 1));

        assertThat(store.chainAfter(null)).contains(least);
        assertThat(store.chainAfter(justBelow(greatest))).contains(greatest);
        assertThat(store.chainAfter(greatest)).isEmpty();
    }

    @Test
    default void theBeginningOfAChainIsRemoved() {
        AuditStore store = store();
        ChainId chain = chain();
        UserId ada = somebody();
        List<AuditRecord> records = about(ada, chain, 12);
        store.append(records);

        int removed = store.removeUpTo(chain, 10, 100);

        assertThat(removed).isEqualTo(10);
        assertThat(store.chain(chain, -1, 100)).containsExactlyElementsOf(records.subList(10, 12));
        assertThat(store.list(AuditFilter.about(ada), 100))
                .containsExactlyInAnyOrderElementsOf(records.subList(10, 12));
        assertThat(store.removeUpTo(chain, 10, 100)).isZero();
    }

    @Test
    default void noMoreRecordsAreRemovedAtATimeThanAskedForUntilItIsDone() {
        AuditStore store = store();
        ChainId chain = chain();
        List<AuditRecord> records = several(chain, 10);
        store.append(records);

        assertThat(store.removeUpTo(chain, 7, 3)).isEqualTo(3);
        assertThat(store.chain(chain, 0, 100)).containsExactlyElementsOf(records.subList(3, 10));
        assertThat(store.removeUpTo(chain, 7, 3)).isEqualTo(3);
        assertThat(store.removeUpTo(chain, 7, 3)).isEqualTo(1);
        assertThat(store.chain(chain, 0, 100)).containsExactlyElementsOf(records.subList(7, 10));
    }

    @Test
    default void aChainThatWasRemovedWholeIsFoundNoMore() {
        AuditStore store = store();
        Instant moment = someMoment();
        List<ChainId> chains = chainsOf(moment, 2);
        chains.forEach(chain -> store.append(several(chain, 2)));

        store.removeUpTo(chains.getFirst(), 2, 10);

        assertThat(store.chain(chains.getFirst(), -1, 10)).isEmpty();
        assertThat(store.chainAfter(firstChainAt(moment))).contains(chains.getLast());
        assertThat(store.chain(chains.getLast(), 0, 10)).hasSize(2);
        assertThat(store.removeUpTo(chains.getFirst(), 2, 10)).isZero();
    }

    @Test
    default void aChainGoesOnAfterItsBeginningWasRemoved() {
        AuditStore store = store();
        ChainId chain = chain();
        List<AuditRecord> records = several(chain, 4);
        store.append(records.subList(0, 2));
        store.removeUpTo(chain, 2, 10);

        store.append(records.subList(2, 4));

        assertThat(store.chain(chain, 0, 10)).containsExactlyElementsOf(records.subList(2, 4));
    }

    @Test
    default void recordsFromBeforeThereWereChainsAreRemovedUpToATimeAndSomeAtATime() {
        AuditStore store = store();
        Instant moment = Instant.ofEpochMilli(People.RANDOM.nextLong(1, 1L << 38));
        AuditRecord sealed = AuditRecords.sealed(eventAt(moment));
        AuditRecord young = AuditRecords.unsealed(eventAt(moment.plusMillis(1)));
        Stream.generate(() -> AuditRecords.unsealed(eventAt(moment)))
                .limit(3)
                .forEach(record -> store.append(List.of(record)));
        store.append(List.of(sealed));
        store.append(List.of(young));
        AuditEventId below = AuditEventId.firstAt(moment.plusMillis(1));

        assertThat(store.removeUnsealed(below, 2)).isEqualTo(2);
        assertThat(store.removeUnsealed(below, 2)).isEqualTo(1);
        assertThat(store.removeUnsealed(below, 2)).isZero();

        AuditEventId end = AuditEventId.firstAt(moment.plusMillis(2));
        assertThat(store.list(new AuditFilter(null, null, null, AuditEventId.firstAt(moment), end), 10))
                .containsExactly(young, sealed);
        assertThat(store.chainAfter(justBelow(young.link().chain())))
                .contains(young.link().chain());
        store.removeUnsealed(end, 1);
    }

    @Test
    default void everythingIsReadInTheOrderOfIdsWhateverItsChain() {
        AuditStore store = store();
        Instant moment = someMoment();
        List<AuditRecord> records = Stream.of(0, 1, 2, 3)
                .map(later -> AuditRecords.sealed(eventAt(moment.plusMillis(later))))
                .toList();
        records.reversed().forEach(record -> store.append(List.of(record)));
        List<AuditEntry> entries =
                records.stream().<AuditEntry>map(AuditEntry.Legible::new).toList();

        assertThat(store.entries(AuditEventId.firstAt(moment).toString(), 2))
                .containsExactlyElementsOf(entries.subList(0, 2));
        assertThat(store.entries(entries.get(1).id(), 2)).containsExactlyElementsOf(entries.subList(2, 4));
        assertThat(store.entries("", 1)).hasSize(1);
    }

    private static AuditEvent eventAt(Instant moment) {
        return AuditRecords.event(AuditType.SESSION_OPENED, null, null, moment);
    }

    @RepeatedTest(5)
    default void whatSomeRemoveAtOnceIsTheBeginning() {
        AuditStore store = store();
        ChainId chain = chain();
        List<AuditRecord> records = several(chain, 60);
        store.append(records);

        Race.run(4, number -> store.removeUpTo(chain, 60, 5 + number));

        List<AuditRecord> left = store.chain(chain, 0, 100);
        assertThat(left).hasSizeBetween(34, 55).containsExactlyElementsOf(records.subList(60 - left.size(), 60));
    }

    @RepeatedTest(5)
    default void whatManyRemoveAtOnceIsGoneWhenEachIsDoneWhileTheChainGrows() {
        AuditStore store = store();
        ChainId chain = chain();
        List<AuditRecord> records = several(chain, 60);
        store.append(records.subList(0, 40));

        List<Boolean> gone = Race.of(9, number -> {
            if (number == 8) {
                records.subList(40, 60).forEach(record -> store.append(List.of(record)));
                return true;
            }
            Pages.untilDone(5, max -> store.removeUpTo(chain, 40, max));
            return store.chain(chain, 0, 100).stream()
                    .allMatch(record -> record.link().sequence() > 40);
        });

        assertThat(gone).containsOnly(true);
        assertThat(store.chain(chain, 0, 100)).containsExactlyElementsOf(records.subList(40, 60));
    }

    private static List<AuditRecord> about(UserId person, ChainId chain, int count) {
        return AuditRecords.sealed(
                chain,
                Stream.generate(() -> AuditRecords.event(person, person))
                        .limit(count)
                        .toArray(AuditEvent[]::new));
    }

    private static List<ChainId> chainsOf(Instant moment, int count) {
        return Stream.generate(() -> ChainId.next(moment, People.RANDOM))
                .limit(count)
                .sorted(Comparator.comparing(ChainId::toString))
                .toList();
    }

    private static ChainId justBelow(ChainId chain) {
        UUID id = chain.value();
        return new ChainId(new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1));
    }
}
