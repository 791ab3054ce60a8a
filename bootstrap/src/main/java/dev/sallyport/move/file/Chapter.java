package dev.sallyport.move.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The lines of one kind, counted and digested one after the other as they are written or read. */
final class Chapter<T> {

    /**
     * What a chapter came to.
     *
     * @param sha256 in lower-case hexadecimal digits, of the lines with their ends, so that grep and sha256sum find it too
     */
    record Total(String kind, long count, String sha256) {}

    private final Format<T> format;
    private final MessageDigest digest = sha256();
    private long begin;
    private long count;
    private String last = "";

    Chapter(Format<T> format) {
        this.format = format;
    }

    Format<T> format() {
        return format;
    }

    long count() {
        return count;
    }

    /**
     * Adds the next record.
     *
     * @param position where its line begins, in bytes
     * @throws LineException if it belongs further up
     */
    void add(T one, String line, long position) {
        String id = format.idOf(one);
        if (id.compareTo(last) <= 0) {
            throw new LineException("is out of order: " + id + " does not come after " + last);
        }
        if (count == 0) {
            begin = position;
        }
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        count++;
        last = id;
    }

    /** Ends the chapter. */
    Total total() {
        return new Total(format.kind(), count, HexFormat.of().formatHex(digest.digest()));
    }

    Section<T> in(Path file) {
        return new Section<>(file, format, begin, count);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("Every Java has SHA-256", e);
        }
    }
}
