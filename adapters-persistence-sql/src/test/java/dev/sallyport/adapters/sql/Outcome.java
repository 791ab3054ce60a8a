package dev.sallyport.adapters.sql;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** What came of a call, and when. */
record Outcome(Duration took, @Nullable Throwable failure) {

    static Outcome of(ThrowingCallable call) {
        long began = System.nanoTime();
        Throwable failure = catchThrowable(call);
        return new Outcome(Duration.ofNanos(System.nanoTime() - began), failure);
    }
}
