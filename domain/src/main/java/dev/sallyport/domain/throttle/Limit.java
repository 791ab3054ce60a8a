package dev.sallyport.domain.throttle;

import java.time.Duration;

/** So many attempts within a window that begins with the first of them. */
public record Limit(int attempts, Duration window) {

    public Limit {
        if (attempts < 1 || window.toMillis() < 1) {
            throw new IllegalArgumentException("Expected at least one attempt in at least a millisecond");
        }
    }
}
