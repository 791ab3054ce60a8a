package dev.sallyport.domain.password;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * A password as somebody typed it, in Unicode form NFC, so that a keyboard which composes {@code é} and one which does not type
 * the same secret (NIST SP 800-63B, 5.1.1.2). Masked in {@link #toString()}.
 */
public record Password(String value) {

    public Password {
        value = Normalizer.normalize(value, Normalizer.Form.NFC);
    }

    /** Length in code points, which is what a person counts. */
    public int length() {
        return value.codePointCount(0, value.length());
    }

    public byte[] utf8() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Password[***]";
    }
}
