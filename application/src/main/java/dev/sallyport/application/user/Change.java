package dev.sallyport.application.user;

import org.jspecify.annotations.Nullable;

/** What a patch says of one member (RFC 7396): nothing, or a new value, or none any more. */
public sealed interface Change<T> {

    record Keep<T>() implements Change<T> {}

    record To<T>(@Nullable T value) implements Change<T> {}
}
