package dev.sallyport.architecture.offenders;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks the machine for the time, prints, logs elsewhere and has a field filled by somebody else. */
public class Foundation {

    private static final Logger LOG = Logger.getLogger("elsewhere");

    private final Supplier<Instant> clock = Instant::now;

    @Inject
    @Nullable
    String owner;

    public void report() {
        LOG.info(String.valueOf(owner));
        System.out.println(clock.get());
    }
}
