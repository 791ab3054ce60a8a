package dev.sallyport.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Until when something must have come true. */
public record Deadline(long nanos) {

    private static final Duration PAUSE = Duration.ofMillis(10);

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Asks again and again, and returns the first answer that is as expected. */
    public <T> T await(Supplier<T> question, Predicate<T> expected) {
        T answer = question.get();
        while (!expected.test(answer)) {
            assertThat(System.nanoTime() - nanos)
                    .as("in time; the last answer was %s", answer)
                    .isNegative();
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = question.get();
        }
        return answer;
    }
}
