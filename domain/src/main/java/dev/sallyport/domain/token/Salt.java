package dev.sallyport.domain.token;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** 128 random bits that go into a session's refresh tokens, as base64url. Masked in {@link #toString()}. */
public record Salt(String value) {

    private static final int BYTES = 16;

    public Salt {
        if (Base64.getUrlDecoder().decode(value).length != BYTES) {
            throw new IllegalArgumentException("A salt has 16 bytes");
        }
    }

    public static Salt next(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Salt(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return "Salt[***]";
    }
}
