package dev.sallyport.testkit;

import java.lang.management.ManagementFactory;
import java.time.Instant;

/** For contracts of stores that may let things lapse by the clock of their server: a fixed moment would be long past one day. */
final class WallClock {

    /** When the tests began, to the millisecond. */
    static final Instant START =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());

    private WallClock() {}
}
