package dev.sallyport.domain.password;

import java.time.Duration;

/** More passwords wait to be hashed than may wait; the edge answers 503 {@code server.busy}. */
public final class HashingBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public HashingBusyException(Duration retryAfter) {
        super("Too many passwords wait to be hashed");
        this.retryAfter = retryAfter;
    }

    /** About how long the queue needs. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
