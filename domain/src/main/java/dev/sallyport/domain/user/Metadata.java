package dev.sallyport.domain.user;

import java.nio.charset.StandardCharsets;

/**
 * Whatever the application wants to keep with an account: a JSON object of ours to store, not to read.
 *
 * @param json the object's text, at most {@value #MAX_BYTES} bytes of UTF-8; that it is a JSON object is checked at the edge
 */
public record Metadata(String json) {

    public static final int MAX_BYTES = 16 * 1024;

    public static final Metadata EMPTY = new Metadata("{}");

    public Metadata {
        if (!fits(json) || !json.startsWith("{") || !json.endsWith("}")) {
            throw new IllegalArgumentException("Expected a JSON object of at most " + MAX_BYTES + " bytes");
        }
    }

    public static boolean fits(String json) {
        return json.length() <= MAX_BYTES && json.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }
}
