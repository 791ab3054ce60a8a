package dev.sallyport.adapters.sql;

/** What came of a write that a unique constraint may refuse. */
public sealed interface Written {

    /** @param rows how many were written; of an update, how many there were to write */
    record Done(int rows) implements Written {}

    /** @param constraint the name of the constraint that refused; empty where the database does not say it in the usual words */
    record Refused(String constraint) implements Written {}
}
