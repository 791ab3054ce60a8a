package dev.sallyport.application.throttle;

import dev.sallyport.domain.throttle.Limit;
import java.time.Duration;

/**
 * How often what may be tried.
 *
 * @param enabled false turns every limit off
 * @param signIn wrong passwords per client address, and per account for passwords asked for again
 * @param registration attempts to register per client address
 * @param apiKey requests per API key
 */
public record ThrottlePolicy(boolean enabled, Limit signIn, Limit registration, Limit apiKey) {

    public static final ThrottlePolicy DEFAULT = new ThrottlePolicy(
            true,
            new Limit(5, Duration.ofMinutes(15)),
            new Limit(3, Duration.ofHours(1)),
            new Limit(6000, Duration.ofMinutes(1)));
}
