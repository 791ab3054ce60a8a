package dev.sallyport.breaker;

import java.util.Locale;

/** What a {@link Breaker} does with a call. */
public enum BreakerState {
    /** It makes the call. */
    CLOSED,
    /** It refuses the call. */
    OPEN,
    /** It makes the call if not too many others try already whether the store is back. */
    HALF_OPEN;

    /** As metrics and readiness say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
