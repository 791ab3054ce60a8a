package dev.sallyport.domain.apikey;

import java.util.regex.Pattern;

/**
 * SHA-256 of an API key's secret, in lower-case hexadecimal digits. The secret has 256 random bits, so a fast hash keeps it as well as a
 * slow one would (NIST SP 800-63B, 5.1.2.2: look-up secrets of at least 112 bits). Masked in {@link #toString()}.
 */
public record SecretHash(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public SecretHash {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Expected 64 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return "SecretHash[***]";
    }
}
