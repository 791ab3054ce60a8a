package dev.sallyport.adapters.crypto.password;

import dev.sallyport.domain.password.HashingBusyException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A fixed number of platform threads and a short queue before them: hashing keeps a core busy, so more threads gain nothing. */
final class HashingPool implements AutoCloseable {

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    /** How much of the mean one new duration is: an eighth, so about the last eight count. */
    private static final int SMOOTHING = 8;

    private final ThreadPoolExecutor threads;
    private final AtomicLong meanNanos = new AtomicLong();

    @SuppressWarnings("ThreadPriorityCheck") // a hint that makes token checks wait less, and nothing depends on it
    HashingPool(int threads, int queue) {
        this.threads = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queue),
                Thread.ofPlatform()
                        .daemon()
                        .priority(
                                Thread.MIN_PRIORITY) // heeded under -XX:ThreadPriorityPolicy=1, which the launcher sets
                        .name("hashing-", 1)
                        .factory());
    }

    /**
     * Waits for a thread and for the work.
     *
     * @throws HashingBusyException at once if the queue is full or closed; if the caller is interrupted while it waits, which
     *     stays interrupted
     */
    <T> T run(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(() -> timed(work));
        try {
            threads.execute(task);
            return task.get();
        } catch (RejectedExecutionException full) {
            throw new HashingBusyException(estimatedWait());
        } catch (InterruptedException e) {
            task.cancel(false);
            threads.remove(task);
            Thread.currentThread().interrupt();
            throw new HashingBusyException(estimatedWait());
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        }
    }

    int queued() {
        return threads.getQueue().size();
    }

    /** Takes no more work, and returns when what it took is done. */
    @Override
    public void close() {
        threads.close();
    }

    private <T> T timed(Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            long took = System.nanoTime() - start;
            meanNanos.updateAndGet(mean -> mean == 0 ? took : mean + (took - mean) / SMOOTHING);
        }
    }

    private Duration estimatedWait() {
        Duration wait = Duration.ofNanos(meanNanos.get() * queued() / threads.getMaximumPoolSize());
        return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
    }

    private static RuntimeException thrown(@Nullable Throwable cause) {
        return switch (cause) {
            case Error error -> throw error;
            case RuntimeException unchecked -> unchecked;
            case null, default -> new IllegalStateException("Suppliers throw nothing checked", cause);
        };
    }
}
