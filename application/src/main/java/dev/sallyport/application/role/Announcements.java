package dev.sallyport.application.role;

import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.intention.Intention;
import dev.sallyport.domain.intention.IntentionStore;
import dev.sallyport.domain.intention.Intentions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What everybody is told before it is done, because no single record could decide it. docs/adr/0017. */
public final class Announcements {

    /** After this, who announced it has died; long enough for every time-out on the way. */
    private static final Duration STALE = Duration.ofMinutes(1);

    private final IntentionStore store;
    private final InstantSource clock;

    public Announcements(IntentionStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** One round trip. */
    public Intentions read() {
        return store.read();
    }

    /** Announces something if nothing else was announced or withdrawn since {@code known}; otherwise look again. One round trip. */
    boolean announce(Intention intention, Intentions known) {
        return store.replace(known, known.with(intention, clock.instant()));
    }

    /** Announces something, whatever else is. Two round trips. */
    void announce(Intention intention) {
        boolean announced = false;
        while (!announced) {
            announced = announce(intention, read());
        }
    }

    /** Announces something that only one may be about to do. Returns false if somebody is. Two round trips. */
    public boolean claim(Intention intention) {
        Intentions known = read();
        while (!isFresh(intention, known)) {
            if (announce(intention, known)) {
                return true;
            }
            known = read();
        }
        return false;
    }

    /** Takes something back if nothing else was announced or withdrawn since {@code known}. One round trip. */
    void withdraw(Intention intention, Intentions known) {
        store.replace(known, known.without(intention));
    }

    /** Withdraws what was carried out, or given up. Only tidies: what is left behind goes stale. Two round trips. */
    public void clear(Intention intention) {
        try {
            Intentions known = read();
            while (known.contain(intention) && !store.replace(known, known.without(intention))) {
                known = read();
            }
        } catch (StoreUnavailableException away) {
            return;
        }
    }

    /** Whether something was announced so recently that somebody may still be about to do it. */
    boolean isFresh(Intention intention, Intentions known) {
        Instant stale = clock.instant().minus(STALE);
        return known.since(intention).filter(since -> !since.isBefore(stale)).isPresent();
    }
}
