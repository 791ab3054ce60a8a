package dev.sallyport.adapters.crypto.key;

import dev.sallyport.domain.key.KeyId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of HS256, known to everybody who verifies: the text as it is configured, in UTF-8. Masked in {@link #toString()}.
 *
 * @param text at least 32 bytes (RFC 7518, 3.2), of random origin
 */
public record SharedSecret(String text) {

    private static final int MIN_BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    public SharedSecret {
        if (text.getBytes(StandardCharsets.UTF_8).length < MIN_BYTES) {
            throw new IllegalArgumentException(
                    "The HS256 secret has fewer than 32 bytes; make one with `openssl rand -base64 32`.");
        }
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The same wherever the secret is the same, so that instances need not agree; a UUID of version 8 (RFC 9562, 5.8). */
    KeyId id() {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(bytes(), HMAC));
            ByteBuffer digest = ByteBuffer.wrap(mac.doFinal("kid".getBytes(StandardCharsets.UTF_8)));
            long high = (digest.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
            long low = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new KeyId(new UUID(high, low));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + HMAC, e);
        }
    }

    @Override
    public String toString() {
        return "SharedSecret[***]";
    }
}
