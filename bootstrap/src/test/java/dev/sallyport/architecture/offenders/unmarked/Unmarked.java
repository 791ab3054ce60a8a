package dev.sallyport.architecture.offenders.unmarked;

/** Lives in a package that says nothing about null. */
public interface Unmarked {}
