package dev.sallyport.adapters.memory;

import dev.sallyport.domain.intention.IntentionStore;
import dev.sallyport.domain.intention.Intentions;

/** What is about to be done, in memory, gone with the process. One lock makes every call atomic. */
public final class MemoryIntentionStore implements IntentionStore {

    private Intentions present = Intentions.NONE;

    @Override
    public synchronized Intentions read() {
        return present;
    }

    @Override
    public synchronized boolean replace(Intentions expected, Intentions next) {
        boolean unmoved = present.version() == expected.version();
        if (unmoved) {
            present = next;
        }
        return unmoved;
    }
}
