package dev.sallyport.domain.intention;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is announced, and since when. Usually nothing: an intention stands while somebody acts on it, or after a crash.
 *
 * @param version counts every change, from 0 for none; the compare in compare-and-set
 */
public record Intentions(long version, SortedMap<Intention, Instant> since) {

    public static final Intentions NONE = new Intentions(0, Collections.emptySortedMap());

    public Intentions {
        since = Collections.unmodifiableSortedMap(new TreeMap<>(since));
    }

    public boolean contain(Intention intention) {
        return since.containsKey(intention);
    }

    public Optional<Instant> since(Intention intention) {
        return Optional.ofNullable(since.get(intention));
    }

    /** A new version even if it stood there already: whoever meant to clear it has to look again. */
    public Intentions with(Intention intention, Instant now) {
        SortedMap<Intention, Instant> more = new TreeMap<>(since);
        more.put(intention, now);
        return new Intentions(version + 1, more);
    }

    public Intentions without(Intention intention) {
        SortedMap<Intention, Instant> fewer = new TreeMap<>(since);
        fewer.remove(intention);
        return new Intentions(version + 1, fewer);
    }
}
