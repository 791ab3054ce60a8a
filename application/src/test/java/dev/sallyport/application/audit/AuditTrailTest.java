package dev.sallyport.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.adapters.memory.MemoryAuditStore;
import dev.sallyport.adapters.memory.MemoryCheckpointStore;
import dev.sallyport.application.Wire;
import dev.sallyport.application.Wire.Loss;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditSeal;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.audit.CheckpointStore;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.Race;
import dev.sallyport.testkit.SteppingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
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
        trail.open();
    }

    @Test
    void whatIsRecordedIsTheNextRecordOfTheChain() {
        AuditEvent event = event();

        trail.record(event);

        assertThat(chain()).hasSize(2).last().satisfies(record -> {
            assertThat(record.event()).isEqualTo(event);
            assertThat(record.link().sequence()).isEqualTo(2);
            assertThat(record.link().previous())
                    .isEqualTo(chain().getFirst().link().hash());
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
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 65).boxed().toList());
        assertWhole();
    }

    @Test
    void aWriteWhoseAnswerWasLostIsFinishedBeforeTheNext() {
        wire.breakAtCall(1, Loss.ANSWER);
        assertThatThrownBy(() -> trail.record(event())).isInstanceOf(StoreUnavailableException.class);

        trail.record(event());

        assertThat(chain()).hasSize(3);
        assertWhole();
    }

    @Test
    void aWriteThatNeverArrivedIsRepeatedUnderTheSameNumber() {
        wire.breakAtCall(1, Loss.REQUEST);
        assertThatThrownBy(() -> trail.record(event())).isInstanceOf(StoreUnavailableException.class);

        trail.record(event());

        assertThat(chain()).hasSize(3);
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

        assertThat(chain()).hasSize(3);
        assertWhole();
    }

    @Test
    void aCheckpointSaysHowFarTheChainHasComeAndIsWrittenOnlyWhenItHas() {
        trail.record(event());

        Checkpoint checkpoint = trail.checkpoint().orElseThrow();

        assertThat(checkpoint.head().count()).isEqualTo(2);
        assertThat(checkpoints.find(checkpoint.chain())).contains(checkpoint);
        assertThat(trail.checkpoint()).isEmpty();
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

        Checkpoint checkpoint = trail.checkpoint().orElseThrow();

        assertThat(checkpoint.base().count()).isEqualTo(6);
        assertThat(checkpoint.head().count()).isEqualTo(7);
        assertWhole();
    }

    @Test
    void theNextChainNamesTheOneBefore() {
        trail.record(event());
        Checkpoint first = trail.checkpoint().orElseThrow();
        clock.step(Duration.ofSeconds(1));

        trail().open();

        AuditEvent opening = store.list(AuditFilter.ALL, 1).getFirst().event();
        assertThat(opening.type()).isEqualTo(AuditType.AUDIT_CHAIN_OPENED);
        assertThat(opening.details())
                .containsEntry("after_chain", first.chain().toString())
                .containsEntry("after_count", "2")
                .containsEntry("after_hash", first.head().hash().value());
        assertWhole();
    }

    private List<AuditRecord> chain() {
        ChainId chain = store.chainAfter(null).orElseThrow();
        return store.chain(chain, 0, 1000);
    }

    private void assertWhole() {
        List<Finding> findings = new ArrayList<>();
        new VerifyAuditLog(store, checkpoints, seal).verify(List.of(), findings::add, read -> {});
        assertThat(findings).isEmpty();
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
}
