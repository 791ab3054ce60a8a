package dev.sallyport.breaker;

import java.time.Duration;

/**
 * When a store counts as away, and how its return is noticed.
 *
 * @param failures how many calls in a row must fail until no more are made
 * @param open how long none are made then
 * @param trials how many are made after that; one answer among them closes the breaker, and none opens it again
 */
public record BreakerSettings(int failures, Duration open, int trials) {

    public static final BreakerSettings DEFAULT = new BreakerSettings(5, Duration.ofSeconds(1), 3);
}
