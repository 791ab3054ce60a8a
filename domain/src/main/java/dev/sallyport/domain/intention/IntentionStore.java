package dev.sallyport.domain.intention;

import dev.sallyport.domain.StoreUnavailableException;

/**
 * Keeps one record of what is about to be done. Two changes of two accounts, which no store decides in one step, are decided by who
 * writes this record first: announce, look, act, clear; docs/adr/0017 has the argument.
 *
 * <p>Holds under concurrent calls, on any number of nodes: of many simultaneous replacements of one version exactly one is written; a
 * call that returned is seen by every later call. Instants come back as written, to the millisecond.
 *
 * <p>Each call is one round trip (two for the very first replacement). Throws {@link StoreUnavailableException} when the store cannot be
 * asked.
 */
public interface IntentionStore {

    /** {@link Intentions#NONE} before the first replacement. */
    Intentions read();

    /**
     * Writes {@code next} if what is stored still has {@code expected}'s version.
     *
     * @return whether it was written; otherwise read again and decide again
     */
    boolean replace(Intentions expected, Intentions next);
}
