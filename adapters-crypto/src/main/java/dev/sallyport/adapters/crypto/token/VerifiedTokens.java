package dev.sallyport.adapters.crypto.token;

import dev.sallyport.domain.token.AccessToken;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers the tokens that were verified last, by the SHA-256 of all their characters. Safe for use by many threads.
 *
 * <p>Only what is genuine comes in, so nobody can push others out who was not issued that many tokens.
 */
final class VerifiedTokens {

    private final Map<ByteBuffer, VerifiedToken> recent;

    VerifiedTokens(int capacity) {
        recent = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<ByteBuffer, VerifiedToken> eldest) {
                return size() > capacity;
            }
        };
    }

    Optional<VerifiedToken> find(AccessToken token) {
        ByteBuffer digest = digest(token);
        synchronized (recent) {
            return Optional.ofNullable(recent.get(digest));
        }
    }

    void add(AccessToken token, VerifiedToken verified) {
        ByteBuffer digest = digest(token);
        synchronized (recent) {
            recent.put(digest, verified);
        }
    }

    private static ByteBuffer digest(AccessToken token) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(sha256.digest(token.value().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
