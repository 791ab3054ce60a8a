package dev.sallyport.testkit.backend;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** What every byte goes through: open, shut, or open after a while. */
final class Gate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean shut;
    private Duration delay = Duration.ZERO;

    void open() {
        change(false, Duration.ZERO);
    }

    void shut() {
        change(true, Duration.ZERO);
    }

    void delay(Duration by) {
        change(false, by);
    }

    /** Wakes those who wait, because what they wait for may have ended. */
    void recheck() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns true when bytes may pass, false when nobody wants them any more. */
    boolean await(BooleanSupplier wanted) throws InterruptedException {
        lock.lock();
        try {
            long since = System.nanoTime();
            while (wanted.getAsBoolean() && (shut || remaining(since) > 0)) {
                if (shut) {
                    changed.await();
                } else {
                    changed.awaitNanos(remaining(since));
                }
            }
            return wanted.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    private long remaining(long since) {
        return delay.toNanos() - (System.nanoTime() - since);
    }

    private void change(boolean toShut, Duration toDelay) {
        lock.lock();
        try {
            shut = toShut;
            delay = toDelay;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
