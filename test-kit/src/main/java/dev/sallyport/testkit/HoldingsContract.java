package dev.sallyport.testkit;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.Holdings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Holdings} promises. The store may be shared with others, as long as nobody else writes to it while a test runs:
 * the contract's records are new, and whatever others left there may lie between them.
 *
 * <p>Left open is what becomes of a session or a one-time token that has expired: a store may drop it at once.
 */
public interface HoldingsContract<T> {

    /** More than a page of any store: a page has 1,000 records at most. */
    int MANY = 1_100;

    Holdings<T> holdings();

    /** Keeps a new record through the store's port, as the service does. */
    void keep(T one);

    /** The record of that id, like no other wherever records must differ; it lasts for a day at least. */
    T sample(UUID id);

    /** The same record after a later change. */
    T changed(T one);

    /** New records with every field at its limits, in many scripts, and left out where that is allowed. */
    List<T> extremes();

    /** The id a record is to be known by. */
    String id(T one);

    @Test
    default void aRecordIsKnownByItsId() {
        T one = sample(UUID.randomUUID());

        assertThat(holdings().idOf(one)).isEqualTo(id(one));
    }

    @Test
    default void whatIsKeptThroughThePortIsReadAsItIs() {
        List<T> records = extremes();

        records.forEach(this::keep);

        assertThat(read(records)).containsExactlyElementsOf(inOrder(records));
    }

    @Test
    default void whatIsRestoredIsReadAsItIs() {
        List<T> records = extremes();

        holdings().restore(records);

        assertThat(read(records)).containsExactlyElementsOf(inOrder(records));
    }

    @Test
    default void recordsAreReadInTheOrderOfTheirIdsAsText() {
        List<T> acrossAllIds = IntStream.range(0, 256)
                .mapToObj(first -> new UUID(anyNumber() >>> 8 | (long) first << 56, anyNumber()))
                .map(this::sample)
                .toList();

        holdings().restore(shuffled(acrossAllIds));

        assertThat(read(acrossAllIds)).containsExactlyElementsOf(inOrder(acrossAllIds));
    }

    @Test
    default void moreThanAPageIsReadWholeAndInOrder() {
        List<T> neighbours = neighbours(MANY);

        holdings().restore(shuffled(neighbours));

        assertThat(read(neighbours)).containsExactlyElementsOf(neighbours);
    }

    @Test
    default void readingBeginsRightAfterAnyId() {
        List<T> neighbours = neighbours(MANY);
        holdings().restore(neighbours);

        assertThat(IntStream.range(0, MANY / 100).map(number -> number * 100))
                .allSatisfy(number -> assertThat(
                                holdings().after(id(neighbours.get(number))).limit(2))
                        .containsExactlyElementsOf(neighbours.subList(number + 1, number + 3)));
    }

    @Test
    default void readingBeginsAfterAnIdThatNobodyHas() {
        List<T> neighbours = neighbours(3);
        holdings().restore(List.of(neighbours.getFirst(), neighbours.getLast()));

        assertThat(holdings().after(id(neighbours.get(1))).limit(1)).containsExactly(neighbours.getLast());
    }

    @Test
    default void nothingIsReadAfterTheLastId() {
        T one = sample(UUID.randomUUID());
        holdings().restore(List.of(one));

        assertThat(holdings().after(id(one)))
                .allSatisfy(later -> assertThat(id(later)).isGreaterThan(id(one)));
    }

    @Test
    default void recordsThatComeWhileReadingHarmNothing() {
        List<T> neighbours = neighbours(2 * MANY);
        List<T> there = everySecond(neighbours, 1);
        holdings().restore(there);

        Iterator<T> reading = holdings().after(id(neighbours.getFirst())).iterator();
        List<T> seen = new ArrayList<>(List.of(reading.next(), reading.next(), reading.next()));
        holdings().restore(everySecond(neighbours, 0));
        reading.forEachRemaining(seen::add);

        assertThat(seen.stream().map(this::id)).isSorted().doesNotHaveDuplicates();
        assertThat(seen).containsAll(there);
    }

    @Test
    default void aStreamThatIsLeftInTheMiddleHoldsNothing() {
        List<T> neighbours = neighbours(3);
        holdings().restore(neighbours);

        assertThat(IntStream.range(0, 100))
                .allSatisfy(number -> assertThat(
                                holdings().after(id(neighbours.getFirst())).findFirst())
                        .contains(neighbours.get(1)));
    }

    @Test
    default void restoringAgainChangesNothing() {
        List<T> neighbours = neighbours(5);
        holdings().restore(neighbours);
        long count = holdings().count();

        holdings().restore(neighbours);

        assertThat(read(neighbours)).containsExactlyElementsOf(neighbours);
        assertThat(holdings().count()).isEqualTo(count);
    }

    @Test
    default void whatIsThereStaysAndWhatIsNewComesBesideIt() {
        List<T> neighbours = neighbours(5);
        keep(neighbours.get(1));
        holdings().restore(List.of(neighbours.get(3)));

        holdings()
                .restore(List.of(
                        neighbours.get(0),
                        changed(neighbours.get(1)),
                        neighbours.get(2),
                        changed(neighbours.get(3)),
                        neighbours.get(4)));

        assertThat(read(neighbours)).containsExactlyElementsOf(neighbours);
    }

    @RepeatedTest(5)
    default void whatManyRestoreAtOnceIsThereOnce() {
        List<T> neighbours = neighbours(20);
        long count = holdings().count();

        Race.run(8, number -> holdings().restore(neighbours));

        assertThat(read(neighbours)).containsExactlyElementsOf(neighbours);
        assertThat(holdings().count()).isEqualTo(count + 20);
    }

    @Test
    default void anEmptyListIsRestoredToo() {
        long count = holdings().count();

        holdings().restore(List.of());

        assertThat(holdings().count()).isEqualTo(count);
    }

    @Test
    default void whatIsThereIsCountedHoweverItCame() {
        List<T> neighbours = neighbours(7);
        long count = holdings().count();

        holdings().restore(neighbours.subList(0, 5));
        neighbours.subList(5, 7).forEach(this::keep);

        assertThat(holdings().count()).isEqualTo(count + 7);
    }

    /** The records of those ids, as they are read among all others. */
    private List<T> read(List<T> records) {
        Set<String> ids = records.stream().map(this::id).collect(Collectors.toSet());
        return holdings().after("").filter(one -> ids.contains(id(one))).toList();
    }

    /** Records whose ids are as close together as those of one moment, in order; nobody else's are likely to be among them. */
    private List<T> neighbours(int count) {
        long place = anyNumber();
        return inOrder(Stream.generate(() -> sample(new UUID(place, anyNumber())))
                .limit(count)
                .toList());
    }

    private List<T> inOrder(List<T> records) {
        return records.stream().sorted(comparing(this::id)).toList();
    }

    private static long anyNumber() {
        return People.RANDOM.nextLong();
    }

    private static <T> List<T> shuffled(List<T> records) {
        List<T> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled);
        return shuffled;
    }

    private static <T> List<T> everySecond(List<T> all, int first) {
        return IntStream.range(0, all.size() / 2)
                .mapToObj(number -> all.get(2 * number + first))
                .toList();
    }
}
