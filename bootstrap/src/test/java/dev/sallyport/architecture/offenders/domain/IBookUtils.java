package dev.sallyport.architecture.offenders.domain;

/** Says of itself that it is an interface and useful. */
public interface IBookUtils {}
