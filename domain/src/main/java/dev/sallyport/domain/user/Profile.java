package dev.sallyport.domain.user;

import org.jspecify.annotations.Nullable;

/** The part of an account that its owner may write. */
public record Profile(@Nullable Username username, @Nullable DisplayName displayName, Metadata metadata) {}
