package dev.sallyport;

import dev.sallyport.wiring.StoragePlan;
import dev.sallyport.wiring.StoreFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts again and again while a store is not there yet: databases and services are often started together. */
final class PatientStart {

    private static final Logger LOG = LoggerFactory.getLogger(PatientStart.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private PatientStart() {}

    /** Returns what {@code start} does once it succeeds; throws its last failure if the time is up or no store is the reason. */
    static <T> T of(StoragePlan storage, Duration patience, Supplier<T> start) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return start.get();
            } catch (RuntimeException failure) {
                Duration left = Duration.ofNanos(deadline - System.nanoTime());
                if (left.isNegative()) {
                    throw failure;
                }
                Optional<String> reason = StoreFailure.explain(failure, storage);
                LOG.warn("{} Trying again for another {} s.", reason.orElseThrow(() -> failure), left.toSeconds());
                pause(failure);
            }
        }
    }

    private static void pause(RuntimeException failure) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
