package dev.sallyport.architecture.offenders.application;

import io.micronaut.core.type.Argument;

/** Knows the framework. */
public final class FrameworkUseCase {

    public Argument<String> run() {
        return Argument.STRING;
    }
}
