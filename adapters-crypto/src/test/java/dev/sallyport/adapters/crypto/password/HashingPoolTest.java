package dev.sallyport.adapters.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.domain.password.HashingBusyException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class HashingPoolTest {

    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void countsWhoWaitsAndRefusesWhoFindsNoRoom() throws InterruptedException {
        try (HashingPool pool = new HashingPool(1, 2)) {
            occupy(pool);
            Thread first = waiting(pool);
            Thread second = waiting(pool);
            awaitQueued(pool, 2);

            assertThatThrownBy(() -> pool.run(() -> "too many"))
                    .isInstanceOfSatisfying(
                            HashingBusyException.class,
                            busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(1)));

            release.countDown();
            first.join();
            second.join();
            assertThat(pool.queued()).isZero();
        }
    }

    @Test
    void aCallerInterruptedWhileItWaitsLeavesTheQueueAndStaysInterrupted() throws InterruptedException {
        try (HashingPool pool = new HashingPool(1, 2)) {
            occupy(pool);
            AtomicBoolean refusedAndInterrupted = new AtomicBoolean();
            Thread caller = Thread.startVirtualThread(() -> {
                try {
                    pool.run(() -> "never");
                } catch (HashingBusyException busy) {
                    refusedAndInterrupted.set(Thread.currentThread().isInterrupted());
                }
            });
            awaitQueued(pool, 1);

            caller.interrupt();
            caller.join();

            assertThat(refusedAndInterrupted).isTrue();
            assertThat(pool.queued()).isZero();
            release.countDown();
        }
    }

    @Test
    void whatTheWorkThrowsTheCallerGets() {
        try (HashingPool pool = new HashingPool(1, 1)) {
            assertThatThrownBy(() -> pool.run(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("broken");
        }
    }

    @Test
    void aClosedPoolRefuses() {
        HashingPool pool = new HashingPool(1, 1);

        pool.close();

        assertThatThrownBy(() -> pool.run(() -> "late")).isInstanceOf(HashingBusyException.class);
    }

    private void occupy(HashingPool pool) {
        CompletableFuture<Boolean> running = new CompletableFuture<>();
        Thread.startVirtualThread(() -> pool.run(() -> {
            running.complete(true);
            return released();
        }));
        assertThat(running.join()).isTrue();
    }

    private Thread waiting(HashingPool pool) {
        return Thread.startVirtualThread(() -> pool.run(this::released));
    }

    private boolean released() {
        try {
            release.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the pool's threads", e);
        }
    }

    private static void awaitQueued(HashingPool pool, int count) {
        while (pool.queued() < count) {
            Thread.onSpinWait();
        }
    }
}
