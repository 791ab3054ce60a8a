package dev.sallyport.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs one thing many times at once: every runner waits at one latch, then all go. */
public final class Race {

    private static final long SECONDS = 120;

    private Race() {}

    /**
     * Runs {@code runner} for 0 to {@code runners - 1}, each on a virtual thread.
     *
     * @return what each came to, in the order of the numbers
     * @throws AssertionError if one of them threw, with what it threw as the cause, or did not finish in {@value #SECONDS} seconds
     */
    public static <T> List<T> of(int runners, Runner<T> runner) {
        CountDownLatch ready = new CountDownLatch(runners);
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int number = 0; number < runners; number++) {
                int mine = number;
                running.add(threads.submit(() -> {
                    ready.countDown();
                    start.await();
                    return runner.run(mine);
                }));
            }
            ready.await();
            start.countDown();
            return results(running);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The race was interrupted", e);
        }
    }

    /** Like {@link #of}, for runners that come to nothing. */
    public static void run(int runners, Errand errand) {
        of(runners, number -> {
            errand.run(number);
            return number;
        });
    }

    private static <T> List<T> results(List<Future<T>> running) throws InterruptedException {
        List<T> results = new ArrayList<>();
        for (Future<T> one : running) {
            try {
                results.add(one.get(SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException e) {
                throw new AssertionError("A runner threw", e.getCause());
            } catch (TimeoutException e) {
                running.forEach(each -> each.cancel(true));
                throw new AssertionError("A runner did not finish", e);
            }
        }
        return results;
    }

    /** One runner; {@code number} tells it who it is. */
    @FunctionalInterface
    public interface Runner<T> {
        T run(int number) throws Exception;
    }

    /** One runner that comes to nothing; {@code number} tells it who it is. */
    @FunctionalInterface
    public interface Errand {
        void run(int number) throws Exception;
    }
}
