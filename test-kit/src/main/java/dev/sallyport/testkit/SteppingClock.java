package dev.sallyport.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test steps it on. Safe for many threads. */
public final class SteppingClock implements InstantSource {

    private final AtomicReference<Instant> now;

    public SteppingClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    /** Starts at a fixed moment, in whole milliseconds as the service has them. */
    public static SteppingClock fixed() {
        return new SteppingClock(Instant.parse("2026-11-21T09:30:00.123Z"));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Steps on (or back) and says what time it is then. */
    public Instant step(Duration by) {
        return now.updateAndGet(instant -> instant.plus(by));
    }
}
