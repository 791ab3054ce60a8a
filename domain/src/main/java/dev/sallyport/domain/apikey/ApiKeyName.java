package dev.sallyport.domain.apikey;

import java.util.Optional;

/** What people call an API key: 1 to {@value #MAX_LENGTH} code points, none of them a control character, no space at either end. */
public record ApiKeyName(String value) {

    public static final int MAX_LENGTH = 100;

    public ApiKeyName {
        if (!isAcceptable(value)) {
            throw new IllegalArgumentException("Expected 1 to " + MAX_LENGTH + " characters on one line");
        }
    }

    public static Optional<ApiKeyName> parse(String typed) {
        String tidy = typed.strip();
        return isAcceptable(tidy) ? Optional.of(new ApiKeyName(tidy)) : Optional.empty();
    }

    private static boolean isAcceptable(String text) {
        return !text.isEmpty()
                && text.equals(text.strip())
                && text.codePointCount(0, text.length()) <= MAX_LENGTH
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
