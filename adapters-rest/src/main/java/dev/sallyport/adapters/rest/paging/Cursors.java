package dev.sallyport.adapters.rest.paging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Makes and reads cursors: {@code base64url(last id . HMAC-SHA-256(key, last id | list))}, so that a page begins where one of ours ended
 * and nowhere else, and in no other list. Nothing is stored, and every instance that has the key reads what another made. Safe for use by
 * many threads.
 */
public final class Cursors {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_BYTES = 2 * Long.BYTES;
    private static final int CURSOR_BYTES = ID_BYTES + 32;

    /** A whole number of three-byte groups, so that there is one spelling only. */
    private static final int CURSOR_CHARS = CURSOR_BYTES / 3 * 4;

    private final SecretKey key;

    public Cursors(SecretKey key) {
        this.key = key;
    }

    /**
     * Where the next page of a list begins.
     *
     * @param list names the list, filters included; two lists have two names
     * @param last the last id of this page
     */
    public String after(UUID last, String list) {
        byte[] id = bytes(last);
        byte[] cursor =
                ByteBuffer.allocate(CURSOR_BYTES).put(id).put(mac(id, list)).array();
        return Base64.getUrlEncoder().encodeToString(cursor);
    }

    /** The id after which the page begins; empty unless the cursor was made for this list. Takes the same time for every forged one. */
    public Optional<UUID> read(String cursor, String list) {
        return cursor.length() == CURSOR_CHARS
                ? claimed(cursor).filter(last -> isSame(cursor, after(last, list)))
                : Optional.empty();
    }

    private static Optional<UUID> claimed(String cursor) {
        try {
            ByteBuffer decoded = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            return Optional.of(new UUID(decoded.getLong(), decoded.getLong()));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] mac(byte[] id, String list) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(id);
            return mac.doFinal(list.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
