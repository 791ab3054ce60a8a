package dev.sallyport.application.role;

import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.intention.Aim;
import dev.sallyport.domain.intention.Intention;
import dev.sallyport.domain.intention.IntentionStore;
import dev.sallyport.domain.intention.Intentions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What everybody is told before it is done, because no single record could decide it. Each announcement is cleared by who made it and by
 * nobody else; one whose maker cannot tell whether the thing was done is left to go stale. docs/adr/0017.
 */
public final class Announcements {

    /** After this, who announced it has died; long enough for every time-out on the way. */
    private static final Duration STALE = Duration.ofMinutes(1);

    private final IntentionStore store;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Announcements(IntentionStore store, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    /** One round trip. */
    public Intentions read() {
        return store.read();
    }

    /** Announces something if nothing else was announced or withdrawn since {@code known}; otherwise look again. One round trip. */
    Optional<Intention> announce(Aim aim, Intentions known) {
        return write(aim, known, known);
    }

    /** Announces something that only one may be about to do; empty if somebody is. Two round trips. */
    public Optional<Intention> claim(Aim aim) {
        return announceAgainst(aim, aim);
    }

    /**
     * Announces something that must not be done while somebody does another thing; empty if somebody is about to. Of two who announce
     * against each other at once, one succeeds. Two round trips.
     */
    Optional<Intention> announceAgainst(Aim other, Aim aim) {
        Intentions known = read();
        while (!isFresh(other, known)) {
            Optional<Intention> mine = write(aim, known, known.without(other));
            if (mine.isPresent()) {
                return mine;
            }
            known = read();
        }
        return Optional.empty();
    }

    private Optional<Intention> write(Aim aim, Intentions known, Intentions others) {
        Intention mine = new Intention(aim, HexFormat.of().toHexDigits(random.nextLong()));
        return store.replace(known, others.with(mine, clock.instant())) ? Optional.of(mine) : Optional.empty();
    }

    /** Takes back what everybody announced of something if nothing was announced or withdrawn since {@code known}. One round trip. */
    void withdraw(Aim aim, Intentions known) {
        store.replace(known, known.without(aim));
    }

    /** Withdraws what was carried out, or given up. Only tidies: what is left behind goes stale. Two round trips. */
    public void clear(Intention mine) {
        try {
            Intentions known = read();
            while (known.contain(mine) && !store.replace(known, known.without(mine))) {
                known = read();
            }
        } catch (StoreUnavailableException away) {
            return;
        }
    }

    /** Whether something was announced so recently that somebody may still be about to do it. */
    boolean isFresh(Aim aim, Intentions known) {
        Instant stale = clock.instant().minus(STALE);
        return known.since(aim).filter(since -> !since.isBefore(stale)).isPresent();
    }
}
