package dev.sallyport.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.sallyport.adapters.memory.MemoryAuditStore;
import dev.sallyport.adapters.memory.MemoryCheckpointStore;
import dev.sallyport.application.audit.Finding.Kind;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditHash;
import dev.sallyport.domain.audit.AuditLink;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditSeal;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.Checkpoint.Mark;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.SteppingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody with the run of the database, and without the key, leaves traces. */
final class VerifyAuditLogTest {

    private static final UserId ADA = UserId.next(People.NOON, People.RANDOM);

    private final AuditSeal seal = new AuditSeal(new SecretKeySpec(new byte[] {7}, "HmacSHA256"));
    private final SteppingClock clock = SteppingClock.fixed();
    private final MemoryAuditStore store = new MemoryAuditStore();
    private final MemoryCheckpointStore checkpoints = new MemoryCheckpointStore();
    private final AuditTrail trail = trail(store);

    private AuditTrail trail(MemoryAuditStore onto) {
        return new AuditTrail(onto, checkpoints, seal, clock, People.RANDOM);
    }

    /** Ten records in one chain, then three in a second one. */
    @BeforeEach
    void aWhileGoesBy() {
        recordMany(trail, 9);
        trail.checkpoint();
        clock.step(Duration.ofMinutes(1));
        AuditTrail second = trail(store);
        recordMany(second, 2);
        second.checkpoint();
    }

    @Test
    void aWholeLogIsFoundWhole() {
        assertThat(new VerifyAuditLog(store, checkpoints, seal).verify(List.of(), finding -> {}, read -> {}))
                .isEqualTo(new VerifyAuditLog.Result.Whole(13, 2, 0, Optional.of(clock.instant())));
    }

    @Test
    void anEditedRecordIsNamed() {
        MemoryAuditStore forged = copy(record -> number(record) == 5 ? edited(record) : record);

        assertThat(findingsIn(forged))
                .extracting(Finding::kind, Finding::first)
                .containsExactly(tuple(Kind.EDITED, 5L));
        assertThat(findingsIn(forged).getFirst().text())
                .contains("record 5 of chain " + chain())
                .contains("was edited");
    }

    @Test
    void anEditedOriginIsNamed() {
        MemoryAuditStore forged = copy(record -> number(record) == 5 ? from(record, People.PHONE) : record);

        assertThat(kindsIn(forged)).containsExactly(Kind.EDITED);
    }

    @Test
    void aRemovedRecordIsNamed() {
        MemoryAuditStore forged = without(5);

        assertThat(findingsIn(forged))
                .extracting(Finding::kind, Finding::first)
                .containsExactly(tuple(Kind.REMOVED, 5L));
    }

    @Test
    void recordsThatChangedPlacesAreNamed() {
        MemoryAuditStore forged =
                copy(record -> number(record) == 5 ? at(record, 6) : number(record) == 6 ? at(record, 5) : record);

        assertThat(findingsIn(forged))
                .extracting(Finding::kind, Finding::first)
                .containsExactlyInAnyOrder(tuple(Kind.REORDERED, 5L), tuple(Kind.REORDERED, 6L));
    }

    @Test
    void aGapThatIsClosedByRenumberingIsNamed() {
        MemoryAuditStore forged = new MemoryAuditStore();
        forged.append(records()
                .filter(record -> !isFirst(record) || number(record) != 5)
                .map(record -> isFirst(record) && number(record) > 5 ? at(record, number(record) - 1) : record)
                .toList());

        assertThat(kindsIn(forged)).contains(Kind.REORDERED).contains(Kind.TRUNCATED);
    }

    @Test
    void recordsCutOffTheEndAreNamed() {
        MemoryAuditStore forged = without(10);

        assertThat(findingsIn(forged)).extracting(Finding::kind, Finding::first).contains(tuple(Kind.TRUNCATED, 10L));
    }

    @Test
    void whatWasCutOffWithItsCheckpointPutBackIsToldByTheNextChain() {
        MemoryAuditStore forged = without(10);
        AuditHash ninth = records()
                .filter(record -> isFirst(record) && number(record) == 9)
                .findFirst()
                .orElseThrow()
                .link()
                .hash();
        putBack(seal.sign(chain(), Mark.START, new Mark(9, ninth), People.NOON));

        assertThat(kindsIn(forged)).containsExactly(Kind.TRUNCATED);
    }

    @Test
    void whatWasCutOffTheLatestChainIsToldByACheckpointFromTheLog() {
        Checkpoint witness = checkpoints.list(null, 1).getFirst();
        Checkpoint old = seal.sign(witness.chain(), Mark.START, Mark.START, People.NOON);
        MemoryAuditStore forged = new MemoryAuditStore();
        forged.append(records().filter(this::isFirst).toList());
        checkpoints.replace(witness, old);
        List<Finding> findings = new ArrayList<>();

        new VerifyAuditLog(forged, checkpoints, seal).verify(List.of(witness), findings::add, read -> {});

        assertThat(kindsIn(forged)).isEmpty();
        assertThat(findings)
                .extracting(Finding::text)
                .containsExactly("records 1 to 3 of chain " + witness.chain() + " were cut off the end");
    }

    @Test
    void aForgedCheckpointIsNamed() {
        Checkpoint last = checkpoints.find(chain()).orElseThrow();
        putBack(new Checkpoint(last.chain(), last.head(), last.head(), last.at(), last.signature()));

        assertThat(kindsIn(store)).contains(Kind.CHECKPOINT_FORGED);
    }

    @Test
    void aChainThatWasRemovedWholeIsNamed() {
        MemoryAuditStore forged = new MemoryAuditStore();
        forged.append(records().filter(record -> !isFirst(record)).toList());
        MemoryCheckpointStore left = new MemoryCheckpointStore();
        left.add(checkpoints.list(null, 1).getFirst());
        List<Finding> findings = new ArrayList<>();

        new VerifyAuditLog(forged, left, seal).verify(List.of(), findings::add, read -> {});

        assertThat(findings).containsExactly(Finding.about(chain(), Kind.CHAIN_REMOVED));
    }

    @Test
    void aRecordWithoutASealIsGoodOnlyIfItIsOlderThanAllSeals() {
        AuditEvent old = event(People.NOON.minus(Duration.ofDays(1)));
        AuditEvent young = event(People.NOON.plus(Duration.ofDays(1)));
        store.append(List.of(unsealed(old)));
        List<Finding> before = findingsIn(store);
        store.append(List.of(unsealed(young)));

        assertThat(before).isEmpty();
        assertThat(kindsIn(store)).containsExactly(Kind.FORGED);
    }

    @Test
    void aRecordOfTodayWithoutASealDoesNotPassUnderABackDatedNameNeitherOfItsChainNorOfItself() {
        AuditEvent young = event(People.NOON.plus(Duration.ofDays(1)));
        store.append(List.of(new AuditRecord(young, AuditLink.unsealed(backDated()))));
        store.append(List.of(unsealed(withId(backDated(), young))));

        assertThat(kindsIn(store)).containsExactly(Kind.FORGED, Kind.FORGED);
    }

    @Test
    void aRecordWithoutANumberHidesNoChain() {
        AuditEvent old = withId(new AuditEventId(chain().value()), event(People.NOON.minus(Duration.ofDays(1))));
        MemoryAuditStore forged = copy(record -> number(record) == 5 ? edited(record) : record);
        forged.append(List.of(unsealed(old)));
        Checkpoint second = checkpoints.list(null, 1).getFirst();
        MemoryCheckpointStore left = new MemoryCheckpointStore();
        left.add(second);
        List<Kind> kinds = new ArrayList<>();

        new VerifyAuditLog(forged, left, seal).verify(List.of(), finding -> kinds.add(finding.kind()), read -> {});

        assertThat(kinds).contains(Kind.EDITED, Kind.CHECKPOINT_REMOVED);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -7, 0})
    void aRecordWithANumberThatNoneHasIsNamed(long sequence) {
        AuditLink link = store.chain(chain(), 0, 1).getFirst().link();
        AuditEvent forged = event(People.NOON.minus(Duration.ofDays(1)));
        store.append(List.of(new AuditRecord(
                forged, new AuditLink(chain(), sequence, link.previous(), link.hash(), link.personal(), link.salt()))));

        assertThat(findingsIn(store))
                .extracting(Finding::kind, Finding::entry)
                .containsExactly(tuple(Kind.FORGED, forged.id().toString()));
    }

    @Test
    void aForgedRecordAmongThoseThatWereSweptIsNamed() {
        AuditLink swept = store.chain(chain(), 0, 1).getFirst().link();
        sweepAfter(Duration.ofDays(30));
        AuditRecord forged = new AuditRecord(event(People.NOON), swept);
        store.append(List.of(forged));

        assertThat(findingsIn(store))
                .extracting(Finding::kind, Finding::entry)
                .containsExactly(tuple(Kind.EDITED, forged.event().id().toString()));
    }

    @Test
    void aRecordWithAnEnormousNumberIsNamedAndNothingIsMissedBeforeIt() {
        AuditRecord last =
                records().filter(this::isFirst).reduce((_, next) -> next).orElseThrow();
        store.append(
                List.of(new AuditRecord(event(People.NOON), at(last, 1L << 62).link())));
        store.append(List.of(
                new AuditRecord(event(People.NOON), at(last, Long.MAX_VALUE).link())));

        assertThat(findingsIn(store))
                .extracting(Finding::kind, Finding::first)
                .containsExactlyInAnyOrder(tuple(Kind.EDITED, 1L << 62), tuple(Kind.EDITED, Long.MAX_VALUE));
    }

    @Test
    void recordsThatAreMissingTogetherAreNamedTogether() {
        MemoryAuditStore forged = new MemoryAuditStore();
        forged.append(records()
                .filter(record -> number(record) < 3 || number(record) > 7)
                .toList());

        assertThat(findingsIn(forged))
                .extracting(Finding::text)
                .containsExactly("records 3 to 7 of chain " + chain() + " were removed");
    }

    @Test
    void aLogOfWhichEverythingWasRemovedIsNotCalledWhole() {
        VerifyAuditLog verify = new VerifyAuditLog(new MemoryAuditStore(), new MemoryCheckpointStore(), seal);

        assertThat(verify.verify(List.of(), finding -> {}, read -> {})).isEqualTo(new VerifyAuditLog.Result.Nothing(0));
    }

    @Test
    void aCheckpointOfAnotherServiceInTheLogIsNoWitness() {
        AuditSeal another = new AuditSeal(new SecretKeySpec(new byte[] {8}, "HmacSHA256"));
        ChainId unknown = ChainId.next(People.NOON, People.RANDOM);
        Checkpoint witness = another.sign(unknown, Mark.START, Mark.START, People.NOON);
        List<Finding> findings = new ArrayList<>();

        new VerifyAuditLog(store, checkpoints, seal).verify(List.of(witness), findings::add, read -> {});

        assertThat(findings).isEmpty();
    }

    @Test
    void ofChainsThatWereOpenedAtOnceEachIsNamedByALaterOne() {
        clock.step(Duration.ofMinutes(1));
        recordMany(trail(store), 1);
        List<ChainId> named = checkpoints.list(null, 10).stream()
                .skip(1)
                .map(Checkpoint::chain)
                .toList();
        MemoryAuditStore forged = new MemoryAuditStore();
        forged.append(records()
                .filter(record -> !named.contains(record.link().chain()))
                .toList());
        MemoryCheckpointStore left = new MemoryCheckpointStore();
        left.add(checkpoints.list(null, 1).getFirst());
        List<Finding> findings = new ArrayList<>();

        new VerifyAuditLog(forged, left, seal).verify(List.of(), findings::add, read -> {});

        assertThat(findings)
                .extracting(Finding::kind, Finding::chain)
                .containsExactlyInAnyOrder(
                        tuple(Kind.CHAIN_REMOVED, named.getFirst()), tuple(Kind.CHAIN_REMOVED, named.getLast()));
    }

    @Test
    void aForgedRecordOfAPurgeExcusesNothing() {
        UserId grace = UserId.next(People.NOON, People.RANDOM);
        trail.record(about(grace));
        store.erase(grace, 1000);
        AuditEvent forged = purge(grace);
        store.append(List.of(unsealed(forged)));

        assertThat(kindsIn(store)).containsExactlyInAnyOrder(Kind.FORGED, Kind.ERASED);
    }

    @Test
    void erasingAPersonWhoWasPurgedBreaksNothingAndErasingAnotherIsNamed() {
        trail.record(purge(ADA));
        store.erase(ADA, 1000);
        List<Finding> rightly = findingsIn(store);
        MemoryAuditStore forged = copy(record -> record);
        UserId grace = UserId.next(People.NOON, People.RANDOM);
        trail.record(about(grace));
        MemoryAuditStore erased = copy(record -> record);
        erased.erase(grace, 1000);

        assertThat(rightly).isEmpty();
        assertThat(forged.list(AuditFilter.about(ADA), 1000))
                .allMatch(record -> record.event().origin().isErased());
        assertThat(kindsIn(erased)).containsExactly(Kind.ERASED);
    }

    @Test
    void whatASweepRemovesIsNotMissed() {
        store.append(List.of(unsealed(event(People.NOON.minus(Duration.ofDays(1))))));
        clock.step(Duration.ofDays(30));
        trail.record(about(ADA));

        assertThat(sweepAfter(Duration.ZERO)).isEmpty();
        assertThat(store.count()).isOne();
        assertThat(findingsIn(store)).isEmpty();
    }

    @Test
    void aSweepSignsNothingOnTopOfACheckpointThatSomebodyElseWrote() {
        Checkpoint last = checkpoints.find(chain()).orElseThrow();
        Checkpoint forged = new Checkpoint(last.chain(), last.head(), last.head(), last.at(), AuditHash.NONE);
        putBack(forged);

        assertThat(sweepAfter(Duration.ofDays(30))).containsExactly(chain());
        assertThat(checkpoints.find(chain())).contains(forged);
        assertThat(store.chain(chain(), 0, 100)).hasSize(10);
    }

    /** Its time is what somebody else wrote. */
    @Test
    void aSweepBelievesNoRecordWhoseSealDoesNotHold() {
        MemoryAuditStore forged = copy(record -> number(record) == 1 ? backDated(record) : record);

        assertThat(new SweepAuditLog(forged, checkpoints, seal, Duration.ofDays(7), clock).sweep())
                .isEmpty();
        clock.step(Duration.ofDays(30));
        assertThat(new SweepAuditLog(forged, checkpoints, seal, Duration.ofDays(7), clock).sweep())
                .containsExactly(chain());
        assertThat(forged.chain(chain(), 0, 100)).hasSize(10);
    }

    @Test
    void aSweepDoesNotSignForRecordsThatSomebodyElseRemoved() {
        MemoryAuditStore forged = without(1);
        clock.step(Duration.ofDays(30));

        assertThat(new SweepAuditLog(forged, checkpoints, seal, Duration.ofDays(7), clock).sweep())
                .containsExactly(chain());
        assertThat(kindsIn(forged)).contains(Kind.REMOVED);
    }

    private List<ChainId> sweepAfter(Duration time) {
        clock.step(time);
        return new SweepAuditLog(store, checkpoints, seal, Duration.ofDays(7), clock).sweep();
    }

    private ChainId chain() {
        return checkpoints.list(null, 10).getLast().chain();
    }

    private void putBack(Checkpoint checkpoint) {
        checkpoints.replace(checkpoints.find(checkpoint.chain()).orElseThrow(), checkpoint);
    }

    private boolean isFirst(AuditRecord record) {
        return record.link().chain().equals(chain());
    }

    /** The number of a record of the first chain; others have none. */
    private long number(AuditRecord record) {
        return isFirst(record) ? record.link().sequence() : 0;
    }

    private Stream<AuditRecord> records() {
        return store.after("");
    }

    private MemoryAuditStore copy(UnaryOperator<AuditRecord> change) {
        MemoryAuditStore copy = new MemoryAuditStore();
        copy.append(records().map(change).toList());
        return copy;
    }

    private MemoryAuditStore without(long number) {
        MemoryAuditStore copy = new MemoryAuditStore();
        copy.append(records().filter(record -> number(record) != number).toList());
        return copy;
    }

    private List<Kind> kindsIn(MemoryAuditStore log) {
        return findingsIn(log).stream().map(Finding::kind).toList();
    }

    private List<Finding> findingsIn(MemoryAuditStore log) {
        List<Finding> findings = new ArrayList<>();
        new VerifyAuditLog(log, checkpoints, seal).verify(List.of(), findings::add, read -> {});
        return findings;
    }

    private void recordMany(AuditTrail onto, int number) {
        Stream.generate(() -> about(ADA)).limit(number).forEach(onto::record);
    }

    private AuditEvent about(UserId person) {
        return new AuditEvent(
                AuditEventId.next(clock.instant(), People.RANDOM),
                clock.instant(),
                AuditType.PROFILE_CHANGED,
                person,
                person,
                null,
                People.LAPTOP,
                Map.of("n", "1"));
    }

    private AuditEvent purge(UserId person) {
        return new AuditEvent(
                AuditEventId.next(clock.instant(), People.RANDOM),
                clock.instant(),
                AuditType.USER_PURGED,
                null,
                person,
                null,
                People.LAPTOP,
                Map.of());
    }

    private static AuditEventId backDated() {
        return AuditEventId.next(People.NOON.minus(Duration.ofDays(1)), People.RANDOM);
    }

    private static AuditRecord unsealed(AuditEvent event) {
        return new AuditRecord(event, AuditLink.unsealed(event.id()));
    }

    private static AuditEvent withId(AuditEventId id, AuditEvent event) {
        return new AuditEvent(id, event.at(), event.type(), null, null, null, event.origin(), event.details());
    }

    private static AuditRecord backDated(AuditRecord record) {
        AuditEvent event = record.event();
        return new AuditRecord(
                new AuditEvent(
                        event.id(),
                        event.at().minus(Duration.ofDays(300)),
                        event.type(),
                        event.actor(),
                        event.subject(),
                        event.session(),
                        event.origin(),
                        event.details()),
                record.link());
    }

    private static AuditEvent event(Instant at) {
        return new AuditEvent(
                AuditEventId.next(at, People.RANDOM),
                at,
                AuditType.PROFILE_CHANGED,
                null,
                null,
                null,
                People.LAPTOP,
                Map.of());
    }

    private static AuditRecord edited(AuditRecord record) {
        AuditEvent event = record.event();
        return new AuditRecord(
                new AuditEvent(
                        event.id(),
                        event.at(),
                        event.type(),
                        event.actor(),
                        event.subject(),
                        event.session(),
                        event.origin(),
                        Map.of("n", "2")),
                record.link());
    }

    private static AuditRecord from(AuditRecord record, Origin origin) {
        AuditEvent event = record.event();
        return new AuditRecord(
                new AuditEvent(
                        event.id(),
                        event.at(),
                        event.type(),
                        event.actor(),
                        event.subject(),
                        event.session(),
                        new Origin(
                                origin.address(),
                                origin.userAgent(),
                                event.origin().requestId()),
                        event.details()),
                record.link());
    }

    private static AuditRecord at(AuditRecord record, long sequence) {
        AuditLink link = record.link();
        return new AuditRecord(
                record.event(),
                new AuditLink(link.chain(), sequence, link.previous(), link.hash(), link.personal(), link.salt()));
    }
}
