package dev.sallyport.architecture.offenders.domain;

/** A storage port that is not called a store. */
public interface Shelf {

    void add(PaperBook book);
}
