package dev.sallyport.adapters.sql;

import dev.sallyport.domain.StoreUnavailableException;
import java.time.Duration;
import java.util.function.Supplier;

/** How a caller sees a database that comes back. */
final class Recovery {

    private Recovery() {}

    /** The first answer; each call before it may have met a connection that is no good any more. */
    static <T> T within(Duration time, Supplier<T> call) {
        long began = System.nanoTime();
        while (true) {
            try {
                return call.get();
            } catch (StoreUnavailableException e) {
                if (System.nanoTime() - began > time.toNanos()) {
                    throw new AssertionError("The database did not come back in " + time, e);
                }
            }
        }
    }
}
