package dev.sallyport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.testkit.backend.Relay;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractLongAssert;

/** What a call costs on the wire. */
final class RoundTrips {

    private static final int TIMES = 5;

    private RoundTrips() {}

    /**
     * Makes the call five times, numbered from 0, and looks at the cheapest: the first may open a connection, and a driver's ping or
     * heartbeat may fall into another.
     */
    static AbstractLongAssert<?> assertRoundTrips(Relay relay, IntConsumer call) {
        long fewest = IntStream.range(0, TIMES)
                .mapToLong(number -> flights(relay, () -> call.accept(number)))
                .min()
                .orElseThrow();
        return assertThat(fewest).as("round trips");
    }

    private static long flights(Relay relay, Runnable call) {
        long before = relay.flights();
        call.run();
        return relay.flights() - before;
    }
}
