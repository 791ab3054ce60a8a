package dev.sallyport.domain.key;

import java.time.Instant;
import java.util.Base64;

/**
 * A key as it lies in a store: encrypted under the master key, which no store sees.
 *
 * @param purpose what it is for, and by which algorithm: {@code access-token:RS256}, {@code refresh-token:HS256}
 * @param sealed base64 of nonce and ciphertext; worthless without the master key, masked in {@link #toString()} all the same
 */
public record SealedKey(KeyId id, String purpose, KeyState state, String sealed, Instant createdAt) {

    public static final int MAX_PURPOSE = 64;
    public static final int MAX_SEALED = 8 * 1024;

    public SealedKey {
        if (purpose.isEmpty() || purpose.length() > MAX_PURPOSE) {
            throw new IllegalArgumentException("A purpose has 1 to " + MAX_PURPOSE + " characters");
        }
        if (sealed.length() > MAX_SEALED || Base64.getDecoder().decode(sealed).length == 0) {
            throw new IllegalArgumentException("A sealed key is base64 of at most " + MAX_SEALED + " characters");
        }
    }

    @Override
    public String toString() {
        return "SealedKey[" + id + ", " + purpose + ", " + state + "]";
    }
}
