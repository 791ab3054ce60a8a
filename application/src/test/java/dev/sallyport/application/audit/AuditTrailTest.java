package dev.sallyport.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.adapters.memory.MemoryAuditStore;
import dev.sallyport.adapters.memory.MemoryCheckpointStore;
import dev.sallyport.application.Wire;
import dev.sallyport.application.Wire.Loss;
import dev.sallyport.application.audit.AuditTrail.Signing;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditHash;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditSeal;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.Checkpoint.Mark;
import dev.sallyport.domain.audit.CheckpointStore;
import dev.sallyport.domain.token.Salt;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.Race;
import dev.sallyport.testkit.SteppingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class AuditTrailTest {

    private final Wire wire = new Wire();
    private final MemoryAuditStore store = new MemoryAuditStore();
    private final MemoryCheckpointStore checkpoints = new MemoryCheckpointStore();
    private final AuditSeal seal = new AuditSeal(new SecretKeySpec(new byte[] {7}, "HmacSHA256"));
    private final SteppingClock clock = SteppingClock.fixed();
    private final AuditTrail trail = trail();

    private AuditTrail trail() {
        return new AuditTrail(
                wire.to(AuditStore.class, store),
                wire.to(CheckpointStore.class, checkpoints),
                seal,
                clock,
                People.RANDOM);
    }

    @BeforeEach
    void open() {
        trail.record(event());
    }

    @Test
    void whatIsRecordedIsTheNextRecordOfTheChain() {
        AuditEvent event = event();

        trail.record(event);

        assertThat(chain()).hasSize(3).last().satisfies(record -> {
            assertThat(record.event()).isEqualTo(event);
            assertThat(record.link().sequence()).isEqualTo(3);
            assertThat(record.link().previous()).isEqualTo(chain().get(1).link().hash());
        });
    }

    @Test
    void anEventCostsOneWrite() {
        assertThat(wire.during(() -> trail.record(event()))).containsExactly("AuditStore.append");
    }

    @RepeatedTest(10)
    void ofManyEventsAtOnceEachIsRecordedOnceAndNumbersHaveNoHoles() {
        Race.run(64, number -> trail.record(event()));

        assertThat(chain().stream().map(record -> record.link().sequence()))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 66).boxed().toList());
        assertWhole();
    }

    @Test
    void aWriteWhoseAnswerWasLostIsFinishedBeforeTheNext() {
        wire.breakAtCall(1, Loss.ANSWER);
        assertThatThrownBy(() -> trail.record(event())).isInstanceOf(StoreUnavailableException.class);

        trail.record(event());

        assertThat(chain()).hasSize(4);
        assertWhole();
    }

    /** Somebody who may write the database, and has no key. */
    @Test
    void whereSomebodyElseWroteARecordAnotherChainBegins() {
        ChainId chain = chain().getFirst().link().chain();
        store.append(List.of(new AuditSeal(new SecretKeySpec(new byte[] {8}, "HmacSHA256"))
                .seal(event(), chain, 3, AuditHash.NONE, Salt.next(People.RANDOM))));
        AuditEvent event = event();

        assertThatThrownBy(() -> trail.record(event())).isInstanceOf(StoreUnavailableException.class);
        trail.record(event);

        assertThat(store.list(AuditFilter.ALL, 10)).anySatisfy(record -> {
            assertThat(record.event()).isEqualTo(event);
            assertThat(record.link().chain()).isNotEqualTo(chain);
        });
    }

    @Test
    void aWriteThatNeverArrivedIsRepeatedUnderTheSameNumber() {
        wire.breakAtCall(1, Loss.REQUEST);
        assertThatThrownBy(() -> trail.record(event())).isInstanceOf(StoreUnavailableException.class);

        trail.record(event());

        assertThat(chain()).hasSize(4);
        assertWhole();
    }

    @Test
    void whileTheStoreIsAwayNothingIsNumberedThatMightNotBeWritten() {
        wire.breakAt("AuditStore.append");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> trail.record(event())).isInstanceOf(StoreUnavailableException.class);
        }
        wire.mend();

        trail.record(event());

        assertThat(chain()).hasSize(4);
        assertWhole();
    }

    @Test
    void aCheckpointSaysHowFarTheChainHasComeAndIsWrittenOnlyWhenItHas() {
        trail.record(event());

        Checkpoint checkpoint = kept();

        assertThat(checkpoint.head().count()).isEqualTo(3);
        assertThat(checkpoints.find(checkpoint.chain())).contains(checkpoint);
        assertThat(trail.checkpoint()).isEqualTo(new Signing.Unchanged());
    }

    @Test
    void aCheckpointStandsOnTheBaseThatASweepHasMoved() {
        for (int i = 0; i < 5; i++) {
            trail.record(event());
        }
        trail.checkpoint();
        clock.step(Duration.ofDays(2));
        trail.record(event());
        new SweepAuditLog(store, checkpoints, seal, Duration.ofDays(1), clock).sweep();

        Checkpoint checkpoint = kept();

        assertThat(checkpoint.base().count()).isEqualTo(7);
        assertThat(checkpoint.head().count()).isEqualTo(8);
        assertWhole();
    }

    /** Whoever removes the first records would else have us sign that we did. */
    @Test
    void nothingIsSignedOnTopOfACheckpointThatSomebodyElseWrote() {
        Checkpoint ours = kept();
        Checkpoint forged = new Checkpoint(ours.chain(), ours.head(), ours.head(), ours.at(), AuditHash.NONE);
        checkpoints.replace(ours, forged);
        trail.record(event());

        Signing signing = trail.checkpoint();

        assertThat(signing).isInstanceOfSatisfying(Signing.NotKept.class, notKept -> {
            assertThat(notKept.checkpoint()).matches(seal::holds);
            assertThat(notKept.checkpoint().base()).isEqualTo(Mark.START);
            assertThat(notKept.checkpoint().head().count()).isEqualTo(3);
        });
        assertThat(checkpoints.find(ours.chain())).contains(forged);
        assertThat(kinds()).containsExactly(Finding.Kind.CHECKPOINT_FORGED);
    }

    @Test
    void aCheckpointThatSomebodyRemovedIsMissedAndNotMadeAnew() {
        AuditTrail bereft = new AuditTrail(store, new ForgetfulCheckpoints(checkpoints), seal, clock, People.RANDOM);
        bereft.record(event());

        assertThat(bereft.checkpoint()).isInstanceOf(Signing.NotKept.class);
        assertThat(bereft.checkpoint()).isInstanceOf(Signing.NotKept.class);
    }

    @Test
    void theNextChainNamesTheOnesBefore() {
        Checkpoint first = kept();
        clock.step(Duration.ofSeconds(1));
        AuditTrail second = trail();
        second.record(event());
        clock.step(Duration.ofSeconds(1));

        trail().record(event());

        AuditEvent opening = store.list(new AuditFilter(AuditType.AUDIT_CHAIN_OPENED, null, null, null, null), 1)
                .getFirst()
                .event();
        assertThat(opening.details())
                .hasSize(2)
                .containsEntry("after_" + first.chain(), "2 " + first.head().hash());
        assertWhole();
    }

    @Test
    void theNextChainNamesTheOnesBeforeBehindAnyNumberOfForgedCheckpoints() {
        Checkpoint first = kept();
        clock.step(Duration.ofSeconds(1));
        for (int i = 0; i < 40; i++) {
            ChainId chain = ChainId.next(clock.instant().plusSeconds(i), People.RANDOM);
            checkpoints.add(new Checkpoint(chain, Mark.START, Mark.START, clock.instant(), AuditHash.NONE));
        }

        trail().record(event());

        assertThat(store.list(new AuditFilter(AuditType.AUDIT_CHAIN_OPENED, null, null, null, null), 1))
                .singleElement()
                .satisfies(opening -> assertThat(opening.event().details()).containsOnlyKeys("after_" + first.chain()));
    }

    private Checkpoint kept() {
        return trail.checkpoint() instanceof Signing.Kept(Checkpoint checkpoint) ? checkpoint : Assertions.fail();
    }

    private List<Finding.Kind> kinds() {
        List<Finding.Kind> kinds = new ArrayList<>();
        new VerifyAuditLog(store, checkpoints, seal)
                .verify(List.of(), finding -> kinds.add(finding.kind()), read -> {});
        return kinds;
    }

    private List<AuditRecord> chain() {
        ChainId chain = store.chainAfter(null).orElseThrow();
        return store.chain(chain, 0, 1000);
    }

    private void assertWhole() {
        assertThat(kinds()).isEmpty();
    }

    private AuditEvent event() {
        return new AuditEvent(
                AuditEventId.next(clock.instant(), People.RANDOM),
                clock.instant(),
                AuditType.SIGN_IN_FAILED,
                null,
                null,
                null,
                People.LAPTOP,
                Map.of());
    }

    /** As if somebody removed each checkpoint as soon as it is there. */
    private record ForgetfulCheckpoints(CheckpointStore store) implements CheckpointStore {

        @Override
        public void add(Checkpoint checkpoint) {}

        @Override
        public Optional<Checkpoint> find(ChainId chain) {
            return store.find(chain);
        }

        @Override
        public List<Checkpoint> list(@Nullable ChainId below, int max) {
            return store.list(below, max);
        }

        @Override
        public boolean replace(Checkpoint expected, Checkpoint next) {
            return store.replace(expected, next);
        }
    }
}
