package dev.sallyport.application.user;

import dev.sallyport.domain.password.Password;
import org.jspecify.annotations.Nullable;

/** What somebody typed to open an account, for themselves or for another. */
public record AccountForm(
        String email,
        Password password,
        @Nullable String username,
        @Nullable String displayName) {}
