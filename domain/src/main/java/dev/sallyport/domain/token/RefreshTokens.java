package dev.sallyport.domain.token;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Makes and checks refresh tokens: {@code base64url(session id . generation . HMAC-SHA-256(key, session id | generation | salt))}.
 *
 * <p>A token can be computed again from its session, so none is stored, not even hashed, and a lost answer can be repeated. Without
 * the key, which is not in the store in the clear, a stolen store makes no token. RFC 2104, RFC 6819 5.1.4.2.2. Safe for use by
 * many threads.
 */
public final class RefreshTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 32;
    private static final int HEAD_BYTES = 2 * Long.BYTES + Long.BYTES;
    private static final int TOKEN_BYTES = HEAD_BYTES + MAC_BYTES;
    private static final int TOKEN_CHARS = (TOKEN_BYTES * 4 + 2) / 3;

    private final SecretKey key;

    public RefreshTokens(SecretKey key) {
        this.key = key;
    }

    /** The one token that rotates this session in its present generation. */
    public RefreshToken of(Session session) {
        byte[] head = head(session.id(), session.generation());
        ByteBuffer token = ByteBuffer.allocate(TOKEN_BYTES).put(head).put(mac(head, session.salt()));
        return new RefreshToken(base64url(token.array()));
    }

    /** What a token claims to be; empty if it has not the form. Nothing is proved until {@link #isGenuine}. */
    public Optional<Claim> read(RefreshToken token) {
        if (token.value().length() != TOKEN_CHARS) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token.value());
            // The JDK decodes four spellings of the last character to the same bytes (RFC 4648, 3.5).
            if (!base64url(bytes).equals(token.value())) {
                return Optional.empty();
            }
            ByteBuffer head = ByteBuffer.wrap(bytes);
            SessionId session = new SessionId(new UUID(head.getLong(), head.getLong()));
            return Optional.of(new Claim(session, head.getLong(), Arrays.copyOfRange(bytes, HEAD_BYTES, TOKEN_BYTES)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Whether we made the token for this session, at whatever generation it names. Takes the same time for every wrong one. */
    public boolean isGenuine(Claim claim, Session session) {
        byte[] expected = mac(head(claim.session, claim.generation), session.salt());
        return claim.session.equals(session.id()) && MessageDigest.isEqual(expected, claim.mac);
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] head(SessionId session, long generation) {
        return ByteBuffer.allocate(HEAD_BYTES)
                .putLong(session.value().getMostSignificantBits())
                .putLong(session.value().getLeastSignificantBits())
                .putLong(generation)
                .array();
    }

    private byte[] mac(byte[] head, Salt salt) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(head);
            return mac.doFinal(Base64.getUrlDecoder().decode(salt.value()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    /** A token taken apart; unproved. */
    public static final class Claim {

        private final SessionId session;
        private final long generation;
        private final byte[] mac;

        private Claim(SessionId session, long generation, byte[] mac) {
            this.session = session;
            this.generation = generation;
            this.mac = mac;
        }

        public SessionId session() {
            return session;
        }

        public long generation() {
            return generation;
        }
    }
}
