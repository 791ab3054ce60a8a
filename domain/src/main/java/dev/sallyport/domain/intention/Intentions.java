package dev.sallyport.domain.intention;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
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

    /** Whether anybody announced it. */
    public boolean contain(Aim aim) {
        return since(aim).isPresent();
    }

    public boolean contain(Intention intention) {
        return since.containsKey(intention);
    }

    /** When the last of those who announced it did. */
    public Optional<Instant> since(Aim aim) {
        return since.entrySet().stream()
                .filter(one -> one.getKey().aim().equals(aim))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder());
    }

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

    /** Without anybody's of that aim. */
    public Intentions without(Aim aim) {
        SortedMap<Intention, Instant> fewer = new TreeMap<>(since);
        fewer.keySet().removeIf(intention -> intention.aim().equals(aim));
        return new Intentions(version + 1, fewer);
    }
}
