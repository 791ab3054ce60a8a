package dev.sallyport.domain.token;

import java.util.regex.Pattern;

/** SHA-256 of a one-time token, in lower-case hexadecimal digits: names the token in the store and tells nobody what it is. */
public record OneTimeHash(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public OneTimeHash {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Expected 64 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
