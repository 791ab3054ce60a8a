package dev.sallyport.application.throttle;

import dev.sallyport.domain.throttle.AttemptKey;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets attempts wait for those before them, within this process.
 *
 * <p>An attempt is counted while its outcome is open, so that a burst of guesses is refused; but honest people behind one address who
 * sign in at once are a burst, too. So who finds the limit reached while other attempts of the same key are open waits until one of
 * them has ended, and asks once more; refused is who finds it reached and nothing open.
 */
final class Turnstile {

    private final ConcurrentMap<AttemptKey, Gate> gates = new ConcurrentHashMap<>();

    /** The gate of a key, entered as somebody who is about to ask. Every {@code enter} is followed by one {@code leave}. */
    Gate enter(AttemptKey key) {
        return gates.compute(key, (same, gate) -> {
            Gate entered = gate == null ? new Gate() : gate;
            entered.visitors++;
            return entered;
        });
    }

    /** Forgets the gate when nobody is there any more. */
    void leave(AttemptKey key) {
        gates.compute(key, (same, gate) -> gate == null || --gate.visitors == 0 ? null : gate);
    }

    /** Where the attempts of one key pass. */
    static final class Gate {

        private final ReentrantLock lock = new ReentrantLock();
        private final Condition moved = lock.newCondition();
        private int visitors;
        private int asking;
        private int open;
        private int waiting;
        private int turns;
        private long ended;

        /** Begins to ask the limiter; returns what {@link #awaitTurn} wants to know. */
        long ask() {
            lock.lock();
            try {
                asking++;
                return ended;
            } finally {
                lock.unlock();
            }
        }

        /** The limiter has granted: the attempt is open until {@link #end}. */
        void granted() {
            locked(() -> {
                asking--;
                open++;
            });
        }

        /** The attempt's outcome is known and, if it is not to count, given back. */
        void end() {
            locked(() -> {
                open--;
                ended++;
                turns += turns < waiting ? 1 : 0;
            });
        }

        /** The limiter has refused, or failed. Others may have waited for that. */
        void notGranted() {
            locked(() -> asking--);
        }

        /**
         * Waits until an attempt of this key has ended since {@link #ask} returned {@code asked}, until {@code deadline} by {@link System#nanoTime}.
         *
         * @return true if it is the caller's turn to ask again; false if nothing is open that could make room, or not in time
         */
        boolean awaitTurn(long asked, long deadline) {
            lock.lock();
            waiting++;
            try {
                long nanos = deadline - System.nanoTime();
                if (ended != asked && deadline - System.nanoTime() > 0) {
                    return true;
                }
                while (turns == 0 && (open > 0 || asking > 0) && nanos > 0) {
                    nanos = moved.awaitNanos(nanos);
                }
                boolean mine = turns > 0;
                turns -= mine ? 1 : 0;
                return mine;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } finally {
                waiting--;
                lock.unlock();
            }
        }

        private void locked(Runnable change) {
            lock.lock();
            try {
                change.run();
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
