package dev.sallyport.architecture.offenders.domain;

/** A storage port, rightly named, whose contract nobody wrote. */
public interface ShelfStore {

    int size();
}
