package dev.sallyport.architecture.offenders.adapters.sql;

import dev.sallyport.architecture.offenders.domain.PaperBook;
import dev.sallyport.architecture.offenders.domain.Shelf;
import dev.sallyport.architecture.offenders.domain.ShelfStore;

/** Serves a port of another name and keeps no contract. */
public final class SqlShelf implements Shelf, ShelfStore {

    @Override
    public void add(PaperBook book) {
        throw new UnsupportedOperationException(book.toString());
    }

    @Override
    public int size() {
        return 0;
    }
}
