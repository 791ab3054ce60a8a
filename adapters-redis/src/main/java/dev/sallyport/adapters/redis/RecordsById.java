package dev.sallyport.adapters.redis;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All records of one kind in the order of their ids, as a move reads them. Since Redis has no order of keys, all ids are read and sorted
 * first: some 100 bytes of memory for each.
 */
public final class RecordsById {

    private static final int PAGE = 500;

    private final Redis redis;
    private final String keys;
    private final UnaryOperator<String> id;

    /**
     * Of the records under the keys that match a pattern.
     *
     * @param id tells the id in a key
     */
    public RecordsById(Redis redis, String keys, UnaryOperator<String> id) {
        this.redis = redis;
        this.keys = keys;
        this.id = id;
    }

    /**
     * The records whose id is greater than {@code after}.
     *
     * @param read reads those of so many ids, without those that are gone meanwhile
     */
    public <T> Stream<T> after(String after, Function<List<String>, List<T>> read) {
        List<String> ids = redis.scan(
                keys,
                found -> found.map(id)
                        .filter(each -> each.compareTo(after) > 0)
                        .distinct()
                        .sorted()
                        .toList());
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + PAGE)
                .mapToObj(from -> ids.subList(from, Math.min(from + PAGE, ids.size())))
                .flatMap(page -> read.apply(page).stream());
    }

    public long count() {
        return redis.scan(keys, found -> found.distinct().count());
    }
}
