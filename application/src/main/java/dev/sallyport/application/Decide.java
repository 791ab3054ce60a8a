package dev.sallyport.application;

import java.util.Optional;
import java.util.function.Supplier;

/** Decide in pure code, then compare-and-set; if the world moved, decide again. */
public final class Decide {

    private Decide() {}

    /** Tries until something is decided; an attempt that comes to nothing means that somebody else was faster. */
    public static <T> T untilDecided(Supplier<Optional<T>> attempt) {
        Optional<T> decided = attempt.get();
        while (decided.isEmpty()) {
            decided = attempt.get();
        }
        return decided.get();
    }
}
