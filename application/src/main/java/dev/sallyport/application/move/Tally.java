package dev.sallyport.application.move;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What one side has of one kind.
 *
 * @param count how many records
 * @param sha256 of them all in the order of their ids, every component included, in lower-case hexadecimal digits
 */
public record Tally(long count, String sha256) {

    /** Adds up one record after the other. */
    static final class Counter {

        private final MessageDigest digest = sha256();
        private long count;

        void add(Record one) {
            digest.update(Description.of(one).getBytes(StandardCharsets.UTF_8));
            count++;
        }

        long count() {
            return count;
        }

        /** Ends the counting. */
        Tally tally() {
            return new Tally(count, HexFormat.of().formatHex(digest.digest()));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new LinkageError("Every Java has SHA-256", e);
            }
        }
    }
}
