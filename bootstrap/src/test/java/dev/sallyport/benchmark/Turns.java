package dev.sallyport.benchmark;

import java.util.ArrayList;
import java.util.List;

/** Two things that are done turn by turn, so that both meet the same weather and the same warmth of the JVM. */
final class Turns {

    private static final int WARM_UP = 200;
    private static final int ROUNDS = 400;

    private Turns() {}

    /** How many times as long the one takes as the other; medians. */
    static double ratio(Runnable one, Runnable other) {
        List<Long> ofOne = new ArrayList<>();
        List<Long> ofOther = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            ofOne.add(nanos(one));
            ofOther.add(nanos(other));
        }
        return (double) median(ofOne) / median(ofOther);
    }

    private static long nanos(Runnable what) {
        long began = System.nanoTime();
        what.run();
        return System.nanoTime() - began;
    }

    private static long median(List<Long> values) {
        return values.stream()
                .skip(WARM_UP)
                .sorted()
                .skip(ROUNDS / 2)
                .findFirst()
                .orElseThrow();
    }
}
