package dev.sallyport.domain.user;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * What an address, a username or a display name begins with, in any case.
 *
 * @param value in the one form that addresses, {@linkplain Username#key() username keys} and {@linkplain DisplayName#key() display
 *     name keys} have; 1 to {@value #MAX_LENGTH} UTF-16 units
 */
public record SearchPrefix(String value) {

    public static final int MAX_LENGTH = 254;

    public SearchPrefix {
        if (value.isEmpty() || value.length() > MAX_LENGTH || !value.equals(fold(value))) {
            throw new IllegalArgumentException(
                    "Expected 1 to " + MAX_LENGTH + " characters in lower case and form NFC");
        }
    }

    /** Reads what somebody typed; empty if it is nothing or too long to begin anything. */
    public static Optional<SearchPrefix> parse(String typed) {
        if (typed.isBlank() || typed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String folded = fold(typed.strip());
        return folded.length() > MAX_LENGTH ? Optional.empty() : Optional.of(new SearchPrefix(folded));
    }

    /** Whether one of the account's names begins so: what a store finds by its indexes. */
    public boolean isOf(User user) {
        Username username = user.profile().username();
        DisplayName displayName = user.profile().displayName();
        return user.email().value().startsWith(value)
                || (username != null && username.key().startsWith(value))
                || (displayName != null && displayName.key().startsWith(value));
    }

    /** Upper case first, so that letters with two lower-case forms come out alike (Unicode, default caseless matching). */
    static String fold(String text) {
        String folded = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }
}
