package dev.sallyport.adapters.mongo;

/** What came of a write that a unique index may refuse. */
public sealed interface Written {

    /** @param documents how many were written; of an update, how many there were to write */
    record Done(long documents) implements Written {}

    /** @param index the name of the index that refused; empty if the server does not say it in the usual words */
    record Refused(String index) implements Written {}
}
