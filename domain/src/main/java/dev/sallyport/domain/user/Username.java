package dev.sallyport.domain.user;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name to sign in with: 3 to 32 ASCII letters, digits, dots, hyphens or underscores, a letter or digit first and last. It
 * can never be mistaken for an e-mail address. Shown as typed, unique by {@link #key()}.
 */
public record Username(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,30}[A-Za-z0-9]");

    public Username {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Expected 3 to 32 letters, digits, dots, hyphens or underscores");
        }
    }

    public static Optional<Username> parse(String typed) {
        return SHAPE.matcher(typed).matches() ? Optional.of(new Username(typed)) : Optional.empty();
    }

    /** What makes it unique: the name in lower case (it is ASCII, so every backend and locale agrees). */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }
}
