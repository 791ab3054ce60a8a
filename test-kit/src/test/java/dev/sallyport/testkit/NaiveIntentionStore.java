package dev.sallyport.testkit;

import dev.sallyport.domain.intention.IntentionStore;
import dev.sallyport.domain.intention.Intentions;

/** Right as long as nobody else is there: it compares, and then it sets. */
class NaiveIntentionStore implements IntentionStore {

    volatile Intentions present = Intentions.NONE;

    @Override
    public Intentions read() {
        return present;
    }

    @Override
    public boolean replace(Intentions expected, Intentions next) {
        if (!isStill(expected)) {
            return false;
        }
        Gap.open();
        present = stored(next);
        return true;
    }

    boolean isStill(Intentions expected) {
        return present.version() == expected.version();
    }

    /** What becomes of what is announced on its way through the store. */
    Intentions stored(Intentions next) {
        return next;
    }
}
