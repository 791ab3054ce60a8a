package dev.sallyport.testkit;

import dev.sallyport.domain.Holdings;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a naive store keeps, rightly held; each step can be gone about wrongly. */
interface NaiveHoldings<T> extends Holdings<T> {

    int PAGE = 100;

    Collection<T> records();

    /** Keeps a record whose id is new. */
    void put(T one);

    @Override
    default Stream<T> after(String after) {
        return Holdings.paged(after, this::page, this::idOf);
    }

    default List<T> page(String after) {
        return records().stream()
                .filter(one -> idOf(one).compareTo(after) > 0)
                .sorted(byId())
                .limit(PAGE)
                .toList();
    }

    default Comparator<T> byId() {
        return Comparator.comparing(this::idOf);
    }

    @Override
    default void restore(List<T> records) {
        records.stream().filter(one -> !isHeld(one)).forEach(this::put);
    }

    default boolean isHeld(T one) {
        return records().stream().anyMatch(record -> idOf(record).equals(idOf(one)));
    }

    @Override
    default long count() {
        return records().size();
    }
}
