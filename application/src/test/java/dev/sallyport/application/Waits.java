package dev.sallyport.application;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Counts how often somebody would have waited for a store. What is to run at once runs one after the other on the caller's thread, in
 * the same order every time, and each begins to count where they parted; where they meet again the longest counts.
 */
final class Waits {

    private int soFar;

    /** One more; returns which it is. */
    int next() {
        soFar++;
        return soFar;
    }

    /** Where ways part, until it is closed. */
    ExecutorService parting() {
        return new Parting();
    }

    private final class Parting extends AbstractExecutorService {

        private int longest;
        private boolean isShutdown;

        @Override
        public void execute(Runnable way) {
            int here = soFar;
            way.run();
            longest = Math.max(longest, soFar);
            soFar = here;
        }

        @Override
        public void shutdown() {
            soFar = Math.max(longest, soFar);
            isShutdown = true;
        }

        @Override
        public List<Runnable> shutdownNow() {
            shutdown();
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return isShutdown;
        }

        @Override
        public boolean isTerminated() {
            return isShutdown;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return isShutdown;
        }
    }
}
