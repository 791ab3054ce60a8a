package dev.sallyport.architecture.offenders.application;

import dev.sallyport.architecture.offenders.adapters.sql.SqlShelf;

/** Knows where things are kept. */
public final class SqlUseCase {

    public int run(SqlShelf shelf) {
        return shelf.size();
    }
}
