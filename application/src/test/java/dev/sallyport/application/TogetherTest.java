package dev.sallyport.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
final class TogetherTest {

    private final Together together = new Together(Executors::newVirtualThreadPerTaskExecutor);

    @Test
    void nobodyWaitsForAnother() {
        CyclicBarrier meeting = new CyclicBarrier(3);

        together.run(() -> meet(meeting), () -> meet(meeting), () -> meet(meeting));

        assertThat(meeting.getNumberWaiting()).isZero();
    }

    @Test
    void whatCameOfItIsReturned() {
        AtomicBoolean isDone = new AtomicBoolean();

        String result = together.get(() -> "done", () -> isDone.set(true));

        assertThat(result).isEqualTo("done");
        assertThat(isDone).isTrue();
    }

    @Test
    void onesOwnIsDoneOnOnesOwnThread() {
        AtomicReference<Thread> worker = new AtomicReference<>();

        together.run(() -> worker.set(Thread.currentThread()), () -> {});

        assertThat(worker).hasValue(Thread.currentThread());
    }

    @Test
    void itReturnsWhenTheLastHasEnded() {
        Thread caller = Thread.currentThread();
        AtomicBoolean hasEnded = new AtomicBoolean();

        together.run(() -> {}, () -> {
            awaitWaiting(caller);
            hasEnded.set(true);
        });

        assertThat(hasEnded).isTrue();
    }

    @Test
    void everythingIsDoneWhicheverFails() {
        AtomicBoolean isDone = new AtomicBoolean();
        Failure mine = new Failure();
        Failure another = new Failure();

        assertThatThrownBy(() -> together.run(() -> fail(mine), () -> fail(another), () -> isDone.set(true)))
                .isSameAs(mine)
                .hasSuppressedException(another);
        assertThat(isDone).isTrue();
    }

    @Test
    void theFailureOfAnotherIsThrown() {
        Failure another = new Failure();

        assertThatThrownBy(() -> together.get(() -> "done", () -> {}, () -> fail(another)))
                .isSameAs(another);
    }

    @Test
    void oneFailureOfTwoIsThrownOnce() {
        Failure shared = new Failure();

        assertThatThrownBy(() -> together.run(() -> fail(shared), () -> fail(shared)))
                .isSameAs(shared)
                .hasNoSuppressedExceptions();
    }

    @Test
    void anErrorStaysAnError() {
        StackOverflowError error = new StackOverflowError();

        assertThatThrownBy(() -> together.run(() -> {}, () -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    void whoIsInterruptedInterruptsTheOthersAndStaysInterrupted() {
        Thread caller = Thread.currentThread();
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean wasInterrupted = new AtomicBoolean();

        together.run(caller::interrupt, () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                wasInterrupted.set(true);
            }
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(wasInterrupted).isTrue();
    }

    private static void meet(CyclicBarrier meeting) {
        try {
            meeting.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void fail(Failure failure) {
        throw failure;
    }

    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
