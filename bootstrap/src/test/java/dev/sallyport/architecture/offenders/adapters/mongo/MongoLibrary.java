package dev.sallyport.architecture.offenders.adapters.mongo;

/** Whom another adapter knows. */
public record MongoLibrary(String name) {}
