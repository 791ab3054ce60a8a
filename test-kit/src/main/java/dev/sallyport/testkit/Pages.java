package dev.sallyport.testkit;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/** Goes through a list as a client does that follows it from page to page. */
final class Pages {

    /** More than any contract has. */
    private static final int MANY = 100;

    private Pages() {}

    /**
     * All that is on the pages, in their order.
     *
     * @param after the page that begins after the last of the one before; asked for once that has been read
     */
    static <T> List<T> walk(List<T> first, Function<T, List<T>> after) {
        return Stream.iterate(first, page -> !page.isEmpty(), page -> after.apply(page.getLast()))
                .limit(MANY)
                .flatMap(List::stream)
                .toList();
    }

    /** Does something so many records at a time, as long as there may be more of them. */
    static void untilDone(int atATime, IntUnaryOperator step) {
        int found;
        do {
            found = step.applyAsInt(atATime);
        } while (found == atATime);
    }
}
