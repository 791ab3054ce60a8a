package dev.sallyport.architecture.offenders.adapters.sql;

import dev.sallyport.architecture.offenders.domain.PaperBook;
import dev.sallyport.architecture.offenders.domain.ShelfStore;
import dev.sallyport.domain.Holdings;
import java.util.List;
import java.util.stream.Stream;

/** Holds things that nobody would think of when the house is moved. */
public final class SqlAttic implements ShelfStore, Holdings<PaperBook> {

    @Override
    public int size() {
        return 0;
    }

    @Override
    public String idOf(PaperBook book) {
        return book.toString();
    }

    @Override
    public Stream<PaperBook> after(String after) {
        return Stream.empty();
    }

    @Override
    public void restore(List<PaperBook> books) {
        throw new UnsupportedOperationException(books.toString());
    }

    @Override
    public long count() {
        return 0;
    }
}
