package dev.sallyport.testkit;

import java.time.Duration;
import java.time.Instant;

/** Turns time round, for ids that sort against the time they belong to: an order by id alone must not look like one by time. */
final class Backwards {

    private Backwards() {}

    /** As long before {@code start} as {@code at} is after it. */
    static Instant from(Instant start, Instant at) {
        return start.minus(Duration.between(start, at));
    }
}
