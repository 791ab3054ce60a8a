package dev.sallyport.domain;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Everything of one kind that a store keeps, to be carried to another store as it is: ids, versions, hashes and instants included.
 *
 * <p>Every storage port's store holds its records in this way too; use cases do not see it. It is for moving, for backups and for
 * counting. A stream shows each record that was there from its beginning to its end; one that comes, changes or goes meanwhile
 * may be missed or seen in either state.
 *
 * <p>All calls throw {@link StoreUnavailableException} when the store cannot be asked, the stream while it is read.
 */
public interface Holdings<T> {

    /** What the records are ordered by: unique among them, in visible ASCII, and compared character by character. */
    String idOf(T one);

    /**
     * The records whose id is greater than {@code after}, in ascending order of their ids; all of them for the empty text. Read page
     * by page, so that neither side ever holds them all, and a page at the end costs what one at the beginning does.
     */
    Stream<T> after(String after);

    /**
     * Writes records as they are. One whose id is there already stays as it is there, so that an interrupted copy can be repeated.
     *
     * @throws IllegalStateException if a record cannot stand beside what is there, such as a second account with one address
     */
    void restore(List<T> records);

    /** How many records there are, those past their expiry included as long as they are kept. */
    long count();

    /**
     * A stream over pages.
     *
     * @param page the records next after an id, in ascending order of their ids; empty at the end
     */
    static <T> Stream<T> paged(String after, Function<String, List<T>> page, Function<T, String> idOf) {
        UnaryOperator<List<T>> next = previous -> page.apply(idOf.apply(previous.getLast()));
        return Stream.iterate(page.apply(after), records -> !records.isEmpty(), next)
                .flatMap(List::stream);
    }
}
