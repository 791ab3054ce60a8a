package dev.sallyport.adapters.memory;

import dev.sallyport.domain.throttle.AttemptKey;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.throttle.Limit;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts attempts in memory, from nothing when the process starts. One lock makes every call atomic. */
public final class MemoryAttemptLimiter implements AttemptLimiter {

    private final Map<AttemptKey, Window> windows = new HashMap<>();

    @Override
    public synchronized Decision take(AttemptKey key, Limit limit, Instant now) {
        Window present = windows.get(key);
        Window window = present == null || present.isOver(now) ? Window.beginning(now, limit) : present;
        if (window.granted < limit.attempts()) {
            windows.put(key, window.grantedOneMore(now, limit));
            return new Decision.Granted();
        }
        windows.put(key, window.exceeded());
        return new Decision.Exceeded(window.end, !window.isExceeded);
    }

    @Override
    public synchronized void giveBack(AttemptKey key, Limit limit, Instant takenAt) {
        windows.computeIfPresent(key, (same, window) -> window.contains(takenAt) ? window.grantedOneLess() : window);
    }

    @Override
    public synchronized void forget(AttemptKey key) {
        windows.remove(key);
    }

    @Override
    public synchronized void sweep(Instant now) {
        windows.values().removeIf(window -> window.isOver(now));
    }

    private record Window(Instant begin, Instant end, int granted, boolean isExceeded) {

        static Window beginning(Instant now, Limit limit) {
            return new Window(now, now.plus(limit.window()), 0, false);
        }

        boolean isOver(Instant now) {
            return !now.isBefore(end);
        }

        boolean contains(Instant at) {
            return !at.isBefore(begin) && at.isBefore(end);
        }

        /** Who read the clock before the window's first attempt did moves its beginning forward. */
        Window grantedOneMore(Instant now, Limit limit) {
            return now.isBefore(begin)
                    ? new Window(now, now.plus(limit.window()), granted + 1, isExceeded)
                    : new Window(begin, end, granted + 1, isExceeded);
        }

        Window grantedOneLess() {
            return new Window(begin, end, Math.max(0, granted - 1), false);
        }

        Window exceeded() {
            return new Window(begin, end, granted, true);
        }
    }
}
