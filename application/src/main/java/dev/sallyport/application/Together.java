package dev.sallyport.application;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Lets calls that do not depend on one another go out together, so that they wait for their stores once.
 *
 * <p>Whatever comes of one, the others are done as well. Nothing is left running: a call returns when everything has ended, and throws
 * the first failure in the order of the arguments, with the others suppressed. Who is interrupted meanwhile passes it on, and stays
 * interrupted.
 */
public final class Together {

    private final Supplier<ExecutorService> threads;

    /** Takes where to run what the caller's own thread does not: an executor for each call, closed at its end. */
    public Together(Supplier<ExecutorService> threads) {
        this.threads = threads;
    }

    /** Does {@code mine} on the caller's thread and each of the others on one of its own. */
    public void run(Runnable mine, Runnable... meanwhile) {
        all(new FutureTask<>(mine, true), meanwhile);
    }

    /** Like {@link #run}; returns what came of {@code mine}. */
    public <T> T get(Supplier<T> mine, Runnable... meanwhile) {
        return all(new FutureTask<>(mine::get), meanwhile);
    }

    private <T> T all(FutureTask<T> mine, Runnable... meanwhile) {
        List<Future<?>> started = new ArrayList<>();
        started.add(mine);
        try (ExecutorService others = threads.get()) {
            for (Runnable one : meanwhile) {
                started.add(others.submit(one));
            }
            mine.run();
        }
        throwFailure(started);
        return mine.resultNow();
    }

    private static void throwFailure(List<Future<?>> ended) {
        List<Throwable> failures = ended.stream()
                .filter(one -> one.state() == Future.State.FAILED)
                .map(Future::exceptionNow)
                .distinct()
                .toList();
        if (failures.isEmpty()) {
            return;
        }
        Throwable first = failures.getFirst();
        failures.stream().skip(1).forEach(first::addSuppressed);
        if (first instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) first;
    }
}
