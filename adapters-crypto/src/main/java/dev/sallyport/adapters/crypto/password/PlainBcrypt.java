package dev.sallyport.adapters.crypto.password;

import dev.sallyport.domain.password.Password;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.BCrypt;

/**
 * The bcrypt that other systems wrote, {@code $2a$}, {@code $2b$} and {@code $2y$} (one algorithm by now), for accounts that come
 * from there. Only read: it looks at no more than the first 72 bytes of a password.
 */
final class PlainBcrypt implements HashScheme {

    /** bcrypt keeps 23 of the 24 bytes it computes. */
    static final int DIGEST_BYTES = 23;

    private static final int MAX_BYTES = 72;
    private static final Pattern FORM =
            Pattern.compile("\\$2[aby]\\$(?<cost>\\d\\d)\\$(?<salt>[./A-Za-z0-9]{22})(?<digest>[./A-Za-z0-9]{31})");

    private final int maxCost;

    PlainBcrypt(int maxCost) {
        this.maxCost = maxCost;
    }

    @Override
    public boolean claims(String hash) {
        return hash.startsWith("$2");
    }

    @Override
    public boolean matches(Password password, String hash) {
        Matcher form = FORM.matcher(hash);
        if (!form.matches()) {
            return false;
        }
        int cost = Integer.parseInt(form.group("cost"));
        if (cost < 4 || cost > maxCost) {
            return false;
        }
        byte[] digest = digest(password.utf8(), BcryptText.decode(form.group("salt")), cost);
        return MessageDigest.isEqual(digest, BcryptText.decode(form.group("digest")));
    }

    /** bcrypt of the first 72 bytes of the input and the NUL byte that C ends it with, as every implementation has it. */
    static byte[] digest(byte[] input, byte[] salt, int cost) {
        byte[] key = Arrays.copyOf(input, Math.min(input.length + 1, MAX_BYTES));
        return Arrays.copyOf(BCrypt.generate(key, salt, cost), DIGEST_BYTES);
    }
}
