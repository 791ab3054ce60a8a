package dev.sallyport.testkit;

import java.util.concurrent.locks.LockSupport;

/** The moment between a check and an act, in a store that has one: long enough for everybody else to get in. */
final class Gap {

    private static final long NANOS = 100_000;

    private Gap() {}

    static void open() {
        LockSupport.parkNanos(NANOS);
    }
}
