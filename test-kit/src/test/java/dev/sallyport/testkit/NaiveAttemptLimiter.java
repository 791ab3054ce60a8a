package dev.sallyport.testkit;

import dev.sallyport.domain.throttle.AttemptKey;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.throttle.Limit;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Right as long as nobody else is there: it reads a count, and then it writes one. */
class NaiveAttemptLimiter implements AttemptLimiter {

    final Map<AttemptKey, Window> windows = new ConcurrentHashMap<>();

    @Override
    public Decision take(AttemptKey key, Limit limit, Instant now) {
        Window present = windows.get(key);
        Window window =
                present == null || isOver(present, now) ? new Window(now, now.plus(limit.window()), 0, false) : present;
        Gap.open();
        if (window.granted < limit.attempts()) {
            Instant begin = begin(window, now);
            windows.put(key, new Window(begin, begin.plus(limit.window()), window.granted + 1, window.exceeded));
            return new Decision.Granted();
        }
        windows.put(key, new Window(window.begin, window.end, window.granted, true));
        return new Decision.Exceeded(window.end, !window.exceeded);
    }

    @Override
    public void giveBack(AttemptKey key, Limit limit, Instant takenAt) {
        Window present = windows.get(key);
        if (present != null && isWithin(present, takenAt)) {
            Gap.open();
            windows.put(
                    key, new Window(present.begin, present.end, Math.max(0, present.granted - 1), keepsMark(present)));
        }
    }

    @Override
    public void forget(AttemptKey key) {
        windows.remove(key);
    }

    @Override
    public void sweep(Instant now) {
        windows.values().removeIf(window -> !now.isBefore(window.end));
    }

    Instant begin(Window window, Instant now) {
        return now.isBefore(window.begin) ? now : window.begin;
    }

    boolean keepsMark(Window window) {
        return false;
    }

    boolean isOver(Window window, Instant now) {
        return !now.isBefore(window.end);
    }

    boolean isWithin(Window window, Instant takenAt) {
        return !takenAt.isBefore(window.begin);
    }

    record Window(Instant begin, Instant end, int granted, boolean exceeded) {

        Window granted(int count) {
            return new Window(begin, end, count, exceeded);
        }
    }
}
