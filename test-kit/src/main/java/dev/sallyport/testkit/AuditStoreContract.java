package dev.sallyport.testkit;

import static dev.sallyport.testkit.AuditRecords.SEAL;
import static dev.sallyport.testkit.AuditRecords.chain;
import static dev.sallyport.testkit.AuditRecords.event;
import static dev.sallyport.testkit.AuditRecords.sealed;
import static dev.sallyport.testkit.AuditRecords.someMoment;
import static dev.sallyport.testkit.AuditRecords.somebody;
import static dev.sallyport.testkit.AuditRecords.unsealed;
import static dev.sallyport.testkit.People.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link AuditStore} promises. It may be shared with others: the contract's chains, people and moments are its own. */
public interface AuditStoreContract extends AuditChainContract, AuditErasureContract {

    @Override
    AuditStore store();

    @Test
    default void aRecordComesBackAsItWasWrittenAndItsSealHolds() {
        AuditStore store = store();
        UserId subject = somebody();
        AuditRecord full = sealed(AuditRecords.full(somebody(), subject));

        store.append(List.of(full));

        assertThat(store.list(AuditFilter.about(subject), 10))
                .containsExactly(full)
                .allMatch(SEAL::holds);
    }

    @Test
    default void whatARecordLeavesOutIsLeftOut() {
        AuditStore store = store();
        AuditRecord bare = sealed(AuditRecords.bare());
        AuditRecord fromBeforeThereWereChains = unsealed(AuditRecords.bare());

        store.append(List.of(bare));
        store.append(List.of(fromBeforeThereWereChains));

        assertThat(store.list(only(bare), 10)).containsExactly(bare).allMatch(SEAL::holds);
        assertThat(store.list(only(fromBeforeThereWereChains), 10)).containsExactly(fromBeforeThereWereChains);
    }

    @Test
    default void recordsOfEveryTypeComeBack() {
        AuditStore store = store();
        UserId subject = somebody();
        List<AuditRecord> records = sealed(
                chain(),
                Arrays.stream(AuditType.values())
                        .map(type -> event(type, null, subject, NOON))
                        .toArray(AuditEvent[]::new));

        store.append(records);

        assertThat(store.list(AuditFilter.about(subject), 100)).containsExactlyElementsOf(newestFirst(records));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "О'Браєн \"\\", "👩🏽‍🚀 𝒜", "e\u0301", "a=b,c;d\n\t{e}", "祖沖之", "\u0001\u001F\u007F"})
    default void aRecordsDetailsComeBackCodePointByCodePoint(String value) {
        AuditStore store = store();
        UserId subject = somebody();
        AuditEvent plain = event(null, subject);
        AuditRecord record = sealed(new AuditEvent(
                plain.id(),
                plain.at(),
                plain.type(),
                null,
                subject,
                null,
                plain.origin(),
                Map.of("a_name", value, "b", "c")));

        store.append(List.of(record));

        assertThat(store.list(AuditFilter.about(subject), 10))
                .containsExactly(record)
                .allMatch(SEAL::holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2026-11-21T12:00:00.001Z",
                "2026-10-25T01:30:00.500Z",
                "9999-12-31T23:59:59.999Z"
            })
    default void aRecordsInstantComesBackToTheMillisecond(Instant at) {
        AuditStore store = store();
        UserId subject = somebody();
        AuditEvent plain = event(null, subject);
        AuditRecord record = sealed(
                new AuditEvent(plain.id(), at, plain.type(), null, subject, null, plain.origin(), plain.details()));

        store.append(List.of(record));

        assertThat(store.list(AuditFilter.about(subject), 10)).containsExactly(record);
    }

    @Test
    default void asManyRecordsAsMayComeAtOnceAreWritten() {
        AuditStore store = store();
        UserId subject = somebody();
        List<AuditRecord> records = sealed(
                chain(),
                Stream.generate(() -> AuditRecords.full(somebody(), subject))
                        .limit(AuditStore.MOST_AT_ONCE)
                        .toArray(AuditEvent[]::new));

        store.append(records);

        assertThat(store.list(AuditFilter.about(subject), 100)).containsExactlyElementsOf(newestFirst(records));
    }

    @Test
    default void recordsAreListedNewestFirstByTheIdsOfTheirEvents() {
        AuditStore store = store();
        UserId subject = somebody();
        List<AuditRecord> oldestFirst = Stream.of(
                        "1970-01-01T00:00:00Z",
                        "2026-11-21T12:00:00.123Z",
                        "2026-11-21T12:00:00.124Z",
                        "6500-01-01T00:00:00Z")
                .map(moment -> sealed(event(AuditType.SESSION_OPENED, null, subject, Instant.parse(moment))))
                .toList();
        List.of(2, 0, 3, 1).forEach(number -> store.append(List.of(oldestFirst.get(number))));

        assertThat(store.list(AuditFilter.about(subject), 10)).containsExactlyElementsOf(oldestFirst.reversed());
        assertThat(store.list(AuditFilter.about(subject), 2)).containsExactly(oldestFirst.get(3), oldestFirst.get(2));
    }

    @Test
    default void recordsAreListedByTypeActorAndSubject() {
        AuditStore store = store();
        UserId ada = somebody();
        UserId grace = somebody();
        List<AuditRecord> records = sealed(
                chain(),
                event(AuditType.SESSION_OPENED, ada, ada, NOON),
                event(AuditType.USER_SUSPENDED, ada, grace, NOON),
                event(AuditType.SIGN_IN_FAILED, null, grace, NOON),
                event(AuditType.ROLE_DEFINED, ada, null, NOON));
        store.append(records);

        assertListed(new AuditFilter(null, ada, null, null, null), records.get(0), records.get(1), records.get(3));
        assertListed(new AuditFilter(null, null, grace, null, null), records.get(1), records.get(2));
        assertListed(new AuditFilter(AuditType.USER_SUSPENDED, ada, null, null, null), records.get(1));
        assertListed(new AuditFilter(AuditType.SIGN_IN_FAILED, null, grace, null, null), records.get(2));
        assertListed(new AuditFilter(null, ada, grace, null, null), records.get(1));
        assertListed(new AuditFilter(AuditType.USER_SUSPENDED, ada, ada, null, null));
        assertListed(new AuditFilter(null, somebody(), null, null, null));
    }

    @Test
    default void recordsAreListedFromAnIdUpToBelowAnother() {
        AuditStore store = store();
        UserId ada = somebody();
        List<AuditRecord> records = IntStream.range(0, 5)
                .mapToObj(number -> sealed(event(AuditType.SESSION_OPENED, ada, ada, NOON.plusMillis(number))))
                .toList();
        records.forEach(record -> store.append(List.of(record)));
        AuditEventId from = records.get(1).event().id();
        AuditEventId below = records.get(3).event().id();

        assertListed(new AuditFilter(null, null, ada, from, below), records.get(1), records.get(2));
        assertListed(new AuditFilter(null, ada, null, null, AuditEventId.firstAt(NOON.plusMillis(1))), records.get(0));
        assertListed(
                new AuditFilter(AuditType.SESSION_OPENED, null, ada, AuditEventId.firstAt(NOON.plusMillis(4)), null),
                records.get(4));
        assertListed(new AuditFilter(null, null, ada, below, from));
        assertListed(new AuditFilter(null, null, ada, from, from));
    }

    @Test
    default void recordsOfEverybodyAreListedTogether() {
        AuditStore store = store();
        Instant moment = someMoment();
        List<AuditRecord> records = sealed(
                chain(),
                event(AuditType.SESSION_OPENED, somebody(), somebody(), moment),
                event(AuditType.SIGN_IN_FAILED, null, null, moment));
        store.append(records);
        AuditEventId from = AuditEventId.firstAt(moment);
        AuditEventId below = AuditEventId.firstAt(moment.plusMillis(1));

        assertThat(store.list(new AuditFilter(null, null, null, from, below), 10))
                .containsExactlyElementsOf(newestFirst(records));
        assertListed(new AuditFilter(AuditType.SIGN_IN_FAILED, null, null, from, below), records.get(1));
        assertThat(store.list(AuditFilter.ALL, 2)).hasSize(2).isSortedAccordingTo(AuditRecords.NEWEST_FIRST);
    }

    @Test
    default void aWalkThroughTheRecordsSeesEachOnceWhateverComesMeanwhile() {
        AuditStore store = store();
        UserId ada = somebody();
        List<AuditRecord> records =
                sealed(chain(), Stream.generate(() -> event(ada, ada)).limit(20).toArray(AuditEvent[]::new));
        store.append(records);
        AuditFilter about = AuditFilter.about(ada);

        List<AuditRecord> seen = Pages.walk(store.list(about, 3), last -> {
            store.append(List.of(sealed(event(ada, ada))));
            return store.list(about.below(last.event().id()), 3);
        });

        assertThat(seen).doesNotHaveDuplicates().isSortedAccordingTo(AuditRecords.NEWEST_FIRST);
        assertThat(seen.stream().filter(records::contains)).containsExactlyElementsOf(newestFirst(records));
    }

    @Test
    default void recordsThatAreAppendedAgainAreThereOnce() {
        AuditStore store = store();
        ChainId chain = chain();
        List<AuditRecord> records = AuditRecords.several(chain, 10);
        store.append(records.subList(0, 4));

        store.append(records);
        store.append(records);

        assertThat(store.chain(chain, 0, 100)).containsExactlyElementsOf(records);
        assertThat(store.list(only(records.getFirst()), 10)).containsExactly(records.getFirst());
    }

    @Test
    default void whatIsMissingAroundRecordsThatAreThereIsAppended() {
        AuditStore store = store();
        ChainId chain = chain();
        List<AuditRecord> records = AuditRecords.several(chain, AuditStore.MOST_AT_ONCE);
        store.append(records.subList(20, 40));

        store.append(records);

        assertThat(store.chain(chain, 0, 100)).containsExactlyElementsOf(records);
    }

    @RepeatedTest(5)
    default void recordsThatManyAppendAtOnceAreThereOnce() {
        AuditStore store = store();
        ChainId chain = chain();
        List<AuditRecord> records = AuditRecords.several(chain, 5);

        Race.run(64, number -> store.append(records));

        assertThat(store.chain(chain, 0, 100)).containsExactlyElementsOf(records);
    }

    @RepeatedTest(3)
    default void recordsAreThereWhenTheirAppendingReturnsHoweverManyChainsGrowAtOnce() {
        AuditStore store = store();
        UserId ada = somebody();

        List<Boolean> seen = Race.of(64, number -> {
            ChainId mine = chain();
            List<AuditRecord> records = sealed(mine, event(ada, ada), event(ada, ada), event(ada, ada));
            store.append(records.subList(0, 1));
            store.append(records.subList(1, 3));
            return store.chain(mine, 0, 10).equals(records)
                    && store.list(AuditFilter.about(ada), 192).containsAll(records);
        });

        assertThat(seen).containsOnly(true);
        assertThat(store.list(AuditFilter.about(ada), 200)).hasSize(192);
    }

    /** Whoever dies meanwhile leaves what can be seen meanwhile. */
    @RepeatedTest(3)
    default void ofRecordsThatAreBeingAppendedTheFirstAreThereFirst() {
        AuditStore store = store();
        ChainId chain = chain();
        List<AuditRecord> records = AuditRecords.several(chain, AuditStore.MOST_AT_ONCE);

        List<Boolean> inOrder = Race.of(8, number -> {
            if (number == 0) {
                store.append(records);
                return true;
            }
            return Stream.generate(() -> glance(store, chain))
                    .limit(1_000)
                    .takeWhile(some -> some.size() < records.size())
                    .allMatch(some -> some.equals(records.subList(0, some.size())));
        });

        assertThat(inOrder).containsOnly(true);
    }

    /** Lets whoever writes get on meanwhile: in memory thousands of looks are over before that one has its turn. */
    private static List<AuditRecord> glance(AuditStore store, ChainId chain) {
        LockSupport.parkNanos(1);
        return store.chain(chain, 0, 100);
    }

    @Test
    default void aRecordIsNotLostToAnotherThatTakesItsPlace() {
        AuditStore store = store();
        UserId ada = somebody();
        ChainId chain = chain();
        AuditRecord first = sealed(chain, event(ada, ada)).getFirst();
        AuditRecord second = sealed(chain, event(ada, ada)).getFirst();
        store.append(List.of(first));

        Throwable refused = catchThrowable(() -> store.append(List.of(second)));

        List<AuditRecord> there = refused == null ? List.of(first, second) : List.of(first);
        assertThat(refused == null || refused instanceof IllegalStateException).isTrue();
        assertThat(store.chain(chain, 0, 10)).containsExactlyInAnyOrderElementsOf(there);
        assertThat(store.list(AuditFilter.about(ada), 10)).containsExactlyInAnyOrderElementsOf(there);
    }

    private void assertListed(AuditFilter filter, AuditRecord... expected) {
        assertThat(store().list(filter, 10)).containsExactlyElementsOf(newestFirst(List.of(expected)));
    }

    /** Fits the record alone. */
    private static AuditFilter only(AuditRecord record) {
        AuditEventId id = record.event().id();
        AuditEventId next = new AuditEventId(
                new UUID(id.value().getMostSignificantBits(), id.value().getLeastSignificantBits() + 1));
        return new AuditFilter(null, null, null, id, next);
    }

    private static List<AuditRecord> newestFirst(List<AuditRecord> records) {
        return records.stream().sorted(AuditRecords.NEWEST_FIRST).toList();
    }
}
