package dev.sallyport.domain.token;

import java.time.Duration;

/**
 * How long sessions live.
 *
 * @param idle how long a session lives without a refresh
 * @param absolute how long it lives at most
 * @param grace how long the token before the current one is answered with the current one; zero: never
 * @param perUser how many sessions an account may have; the oldest ends when one more begins
 */
public record SessionPolicy(Duration idle, Duration absolute, Duration grace, int perUser) {

    /** However the limit is set, and whatever it was before. */
    public static final int MOST_PER_USER = 1000;

    public static final SessionPolicy DEFAULT =
            new SessionPolicy(Duration.ofDays(7), Duration.ofDays(30), Duration.ofSeconds(10), 20);

    public SessionPolicy {
        if (idle.toMillis() < 1
                || absolute.compareTo(idle) < 0
                || grace.isNegative()
                || perUser < 1
                || perUser > MOST_PER_USER) {
            throw new IllegalArgumentException(
                    "Expected 0 < idle <= absolute, grace >= 0, 1 to 1000 sessions per user");
        }
    }
}
