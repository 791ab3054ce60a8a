package dev.sallyport.adapters.memory;

import static java.util.Comparator.comparing;

import dev.sallyport.domain.Holdings;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Reads holdings from what they were at one moment, so that nothing that happens meanwhile can be seen. */
final class Held {

    private Held() {}

    static <T> Stream<T> after(String after, Collection<T> records, Holdings<T> holdings) {
        return List.copyOf(records).stream()
                .filter(one -> holdings.idOf(one).compareTo(after) > 0)
                .sorted(comparing(holdings::idOf));
    }
}
