package dev.sallyport.application.move;

import dev.sallyport.domain.Holdings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * Copies everything from one household to another, kind by kind and in the order of ids, then reads both back and compares them.
 *
 * <p>Nobody else may write to either side meanwhile; if somebody did, the comparison tells. A move that was interrupted, by an outage or
 * by a power cut, is resumed by copying everything again: what is there already stays, so nobody has to know where it stopped.
 */
public final class MoveHouse {

    /** What came of it. */
    public sealed interface Result {
        /** All of it arrived as it was. */
        record Moved(Comparison comparison) implements Result {}

        /** All that could be read arrived as it was; there is more, which somebody edited by hand, or wrote meanwhile. */
        record Incomplete(Comparison comparison) implements Result {}

        /** Something is missing or is there in another state, or somebody wrote meanwhile. */
        record Differs(Comparison comparison) implements Result {}

        /** Nothing was done: the source has nothing, so it may not be the one that was meant. */
        record SourceEmpty() implements Result {}

        /** Nothing was done: the target has something already, and this is how much of each kind. */
        record TargetNotEmpty(Map<Kind<?>, Long> counts) implements Result {}

        /** A record of that kind cannot stand beside what the target has. */
        record DoesNotFit(Kind<?> kind, String why) implements Result {}
    }

    /** Records that are in memory, and that are written together. */
    static final int BATCH = 500;

    /** A store that drops sessions when they expire may do so between one reading and the other. */
    private static final Duration SURE_TO_LAST = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Consumer<Progress> progress;

    /** Tells {@code progress}, on the thread that moves, after every batch. */
    public MoveHouse(InstantSource clock, Consumer<Progress> progress) {
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Moves some kinds, all of them as a rule, in the order in which they are given.
     *
     * @param resume whether the target may have something already, of an earlier attempt
     */
    public Result move(Household from, Household to, List<Kind<?>> kinds, boolean resume) {
        if (isEmpty(counts(from, kinds))) {
            return new Result.SourceEmpty();
        }
        Map<Kind<?>, Long> there = counts(to, kinds);
        if (!resume && !isEmpty(there)) {
            return new Result.TargetNotEmpty(there);
        }
        for (Kind<?> kind : kinds) {
            try {
                copy(kind, from, to);
            } catch (IllegalStateException doesNotFit) {
                return new Result.DoesNotFit(kind, String.valueOf(doesNotFit.getMessage()));
            }
        }
        Comparison comparison = compare(from, to, kinds);
        if (!comparison.isSame()) {
            return new Result.Differs(comparison);
        }
        return comparison.unread() == 0 ? new Result.Moved(comparison) : new Result.Incomplete(comparison);
    }

    private static Map<Kind<?>, Long> counts(Household household, List<Kind<?>> kinds) {
        Map<Kind<?>, Long> counts = new LinkedHashMap<>();
        kinds.forEach(kind -> counts.put(kind, kind.in(household).count()));
        return counts;
    }

    private static boolean isEmpty(Map<Kind<?>, Long> counts) {
        return counts.values().stream().allMatch(count -> count == 0);
    }

    private <T extends Record> void copy(Kind<T> kind, Household from, Household to) {
        Holdings<T> target = kind.in(to);
        readInBatches(kind, from, Progress.Stage.COPYING, target::restore);
    }

    private Comparison compare(Household from, Household to, List<Kind<?>> kinds) {
        Instant then = clock.instant().plus(SURE_TO_LAST);
        return new Comparison(kinds.stream()
                .<Comparison.Line>map(kind -> compare(kind, from, to, then))
                .toList());
    }

    private <T extends Record> Comparison.Line compare(Kind<T> kind, Household from, Household to, Instant then) {
        Tally.Counter source = new Tally.Counter();
        Tally.Counter target = new Tally.Counter();
        long read = readInBatches(
                kind,
                from,
                Progress.Stage.READING_SOURCE,
                batch -> lasting(kind, batch, then).forEach(source::add));
        long unread = Math.max(0, kind.in(from).count() - read);
        readInBatches(
                kind,
                to,
                Progress.Stage.READING_TARGET,
                batch -> lasting(kind, batch, then).forEach(target::add));
        return new Comparison.Line(kind, source.tally(), target.tally(), read - source.count(), unread);
    }

    private static <T extends Record> Stream<T> lasting(Kind<T> kind, List<T> batch, Instant then) {
        return batch.stream().filter(one -> kind.lasts(one, then));
    }

    /** Returns how many records there were. */
    private <T extends Record> long readInBatches(
            Kind<T> kind, Household household, Progress.Stage stage, Consumer<List<T>> use) {
        long total = kind.in(household).count();
        AtomicLong done = new AtomicLong();
        try (Stream<T> records = kind.in(household).after("")) {
            records.gather(Gatherers.windowFixed(BATCH)).forEach(batch -> {
                use.accept(batch);
                progress.accept(new Progress(stage, kind, done.addAndGet(batch.size()), total));
            });
        }
        return done.get();
    }
}
