package dev.sallyport.domain.throttle;

import dev.sallyport.domain.StoreUnavailableException;
import java.time.Instant;

/**
 * Counts attempts.
 *
 * <p>Holds under concurrent calls, on any number of nodes whose clocks agree: of all calls for one key within one window, at most
 * {@code limit.attempts()} are granted, however many arrive at once. A window begins with the first attempt after the last window
 * ended, by the time the caller gives and not in the order of arrival, and ends by the clock, not by a sweep.
 *
 * <p>{@code take} is one round trip when it grants (up to three for the first of a key), two when it refuses. Throws {@link StoreUnavailableException} when
 * the store cannot be asked, so nothing is granted while nobody counts.
 */
public interface AttemptLimiter {

    Decision take(AttemptKey key, Limit limit, Instant now);

    /**
     * Returns an attempt that was granted at {@code takenAt} and turned out not to count. Does nothing once the window in which
     * it was taken is over. The next refusal is again a first one.
     */
    void giveBack(AttemptKey key, Limit limit, Instant takenAt);

    /** Forgets what was counted for a key: the next attempt begins a window. One round trip. */
    void forget(AttemptKey key);

    /** Removes windows that ended before {@code now}. Only tidies; no answer depends on it. */
    void sweep(Instant now);

    /** What came of {@link #take}. */
    sealed interface Decision {
        record Granted() implements Decision {}

        /**
         * @param until when the window ends
         * @param first whether this is the first refusal since the window began or an attempt was given back; of simultaneous
         *     refusals, one is the first
         */
        record Exceeded(Instant until, boolean first) implements Decision {}
    }
}
