package dev.sallyport.testkit;

import static dev.sallyport.testkit.People.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.intention.Aim;
import dev.sallyport.domain.intention.Intention;
import dev.sallyport.domain.intention.IntentionStore;
import dev.sallyport.domain.intention.Intentions;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every {@link IntentionStore} promises. It keeps one record, so nobody else may write to it while a test runs. */
public interface IntentionStoreContract {

    Intention FOUNDATION = new Intention(Aim.foundation(), "0123456789abcdef");

    /** The store as it is before anything was ever written to it. */
    IntentionStore freshStore();

    @Test
    default void beforeTheFirstReplacementNothingIsAnnounced() {
        IntentionStore store = freshStore();

        assertThat(store.read()).isEqualTo(Intentions.NONE);
    }

    @Test
    default void whatWasAnnouncedIsRead() {
        IntentionStore store = freshStore();
        Intentions announced = Intentions.NONE.with(FOUNDATION, NOON);

        boolean written = store.replace(Intentions.NONE, announced);

        assertThat(written).isTrue();
        assertThat(store.read()).isEqualTo(announced);
    }

    @Test
    default void whatWasClearedIsGoneAndTheVersionGoesOn() {
        IntentionStore store = freshStore();
        Intention departure = new Intention(Aim.departure(People.ada().id()), "ada");
        Intentions announced = Intentions.NONE.with(FOUNDATION, NOON).with(departure, NOON.plusMillis(1));
        Intentions fewer = announced.without(FOUNDATION);
        Intentions none = fewer.without(departure);
        store.replace(Intentions.NONE, announced);

        assertThat(store.replace(announced, fewer)).isTrue();
        assertThat(store.read()).isEqualTo(fewer);
        assertThat(store.replace(fewer, none)).isTrue();
        assertThat(store.read()).isEqualTo(new Intentions(4, new TreeMap<>()));
    }

    @Test
    default void manyIntentionsOfAnyTextComeBackToTheMillisecond() {
        IntentionStore store = freshStore();
        SortedMap<Intention, Instant> since = new TreeMap<>();
        IntStream.range(0, 64).forEach(number -> since.put(longest(number), NOON.plusMillis(number)));
        since.put(Intention.of("$set.a{b}[c]'d'\"e\"\\f%_:;,--/*#"), Instant.EPOCH);
        since.put(Intention.of("$"), Instant.parse("9999-12-31T23:59:59.999Z"));
        since.put(Intention.of("./."), Instant.parse("2026-10-25T01:30:00.010Z"));
        Intentions many = new Intentions(Long.MAX_VALUE - 1, since);

        store.replace(Intentions.NONE, many);

        assertThat(store.read()).isEqualTo(many);
        assertThat(store.replace(many, many.without(Intention.of("$")))).isTrue();
    }

    @Test
    default void aReplacementOfAnOlderVersionIsNotWritten() {
        IntentionStore store = freshStore();
        Intentions first = Intentions.NONE.with(numbered(1), NOON);
        Intentions second = first.without(numbered(1));
        store.replace(Intentions.NONE, first);
        store.replace(first, second);

        assertThat(store.replace(Intentions.NONE, first)).isFalse();
        assertThat(store.replace(first, first.with(numbered(2), NOON))).isFalse();

        assertThat(store.read()).isEqualTo(second);
    }

    @Test
    default void aReplacementOfAVersionThatNeverWasIsNotWritten() {
        IntentionStore store = freshStore();
        Intentions never = new Intentions(7, new TreeMap<>());

        boolean written = store.replace(never, never.with(FOUNDATION, NOON));

        assertThat(written).isFalse();
        assertThat(store.read()).isEqualTo(Intentions.NONE);
    }

    @RepeatedTest(10)
    default void ofManySimultaneousFirstReplacementsExactlyOneIsWritten() {
        IntentionStore store = freshStore();

        List<Boolean> written = Race.of(64, number -> store.replace(Intentions.NONE, announced(number)));

        assertThat(written).containsOnlyOnce(true);
        assertThat(store.read()).isEqualTo(announced(written.indexOf(true)));
    }

    @RepeatedTest(5)
    default void ofManySimultaneousLaterReplacementsExactlyOneIsWritten() {
        IntentionStore store = freshStore();
        Intentions present = announced(64);
        store.replace(Intentions.NONE, present);

        List<Boolean> written = Race.of(64, number -> store.replace(present, present.with(numbered(number), NOON)));

        assertThat(written).containsOnlyOnce(true);
        assertThat(store.read()).isEqualTo(present.with(numbered(written.indexOf(true)), NOON));
    }

    @RepeatedTest(5)
    default void whatWasAnnouncedIsSeenByEveryLaterCallUntilItIsCleared() {
        IntentionStore store = freshStore();

        List<Boolean> seen = Race.of(16, number -> {
            replaceInTheEnd(store, present -> present.with(numbered(number), NOON));
            boolean stands = store.read().contain(numbered(number));
            replaceInTheEnd(store, present -> present.without(numbered(number)));
            return stands && !store.read().contain(numbered(number));
        });

        assertThat(seen).containsOnly(true);
        assertThat(store.read()).isEqualTo(new Intentions(32, new TreeMap<>()));
    }

    /** Reads and replaces until nobody was faster; more often than all the others together can be. */
    private static void replaceInTheEnd(IntentionStore store, UnaryOperator<Intentions> change) {
        boolean written = Stream.generate(store::read)
                .limit(10_000)
                .anyMatch(present -> store.replace(present, change.apply(present)));
        assertThat(written).isTrue();
    }

    private static Intentions announced(int number) {
        return Intentions.NONE.with(numbered(number), NOON.plusMillis(number));
    }

    private static Intention numbered(int number) {
        return Intention.of("number:" + number);
    }

    private static Intention longest(int number) {
        return Intention.of("~".repeat(Intention.MAX_LENGTH - 4) + (1000 + number));
    }
}
