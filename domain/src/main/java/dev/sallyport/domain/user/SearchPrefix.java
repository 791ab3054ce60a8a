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
        if (!isAcceptable(value)) {
            throw new IllegalArgumentException(
                    "Expected 1 to " + MAX_LENGTH + " characters in lower case and form NFC");
        }
    }

    /** Reads what somebody typed; empty if it is nothing, too long to begin anything, or has characters that no name has. */
    public static Optional<SearchPrefix> parse(String typed) {
        if (typed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String folded = fold(typed.strip());
        return isAcceptable(folded) ? Optional.of(new SearchPrefix(folded)) : Optional.empty();
    }

    /**
     * The least text that is greater than all that begin so: by code points, as most databases compare, and by UTF-16 units for the
     * characters that names have. Nothing comes after the last code point, with which no name goes on: for it, the prefix itself.
     */
    public String end() {
        int last = value.codePointBefore(value.length());
        int next = last == Character.MIN_SURROGATE - 1 ? Character.MAX_SURROGATE + 1 : last + 1;
        return last == Character.MAX_CODE_POINT
                ? value
                : value.substring(0, value.length() - Character.charCount(last)) + Character.toString(next);
    }

    /** Whether one of the account's names begins so: what a store finds by its indexes. */
    public boolean isOf(User user) {
        Username username = user.profile().username();
        DisplayName displayName = user.profile().displayName();
        return user.email().value().startsWith(value)
                || (username != null && username.key().startsWith(value))
                || (displayName != null && displayName.key().startsWith(value));
    }

    /**
     * Lower case of upper case, so that letters with two lower-case forms come out alike (Unicode, default caseless matching); lower
     * case before that for the one upper-case letter that is its own upper case, the capital sharp s. The JDK ends a word in a sigma
     * of its own, which is none any more when the word goes on.
     */
    static String fold(String text) {
        String folded = text.toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private static boolean isAcceptable(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.codePoints().noneMatch(SearchPrefix::isInNoName)
                && text.equals(fold(text));
    }

    /** Nor in a database's text: some refuse to look for it. */
    private static boolean isInNoName(int c) {
        return Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.SURROGATE;
    }
}
