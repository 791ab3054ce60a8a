package dev.sallyport.architecture.offenders.adapters.sql;

import dev.sallyport.architecture.offenders.Foundation;
import dev.sallyport.architecture.offenders.adapters.mongo.MongoLibrary;
import dev.sallyport.architecture.offenders.application.FrameworkUseCase;

/** Knows another adapter, a use case and what puts the house together. */
public record SqlGossip(MongoLibrary library, FrameworkUseCase useCase, Foundation foundation) {}
