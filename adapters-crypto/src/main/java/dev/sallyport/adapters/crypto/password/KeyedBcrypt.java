package dev.sallyport.adapters.crypto.password;

import dev.sallyport.adapters.crypto.password.HashingSettings.Bcrypt;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.password.PasswordHash;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * bcrypt of {@code base64(HMAC-SHA-384(key = salt, password))}, written {@code $bcrypt-hmac-sha384$v=1,r=<cost>$<salt>$<digest>}.
 *
 * <p>bcrypt alone ignores what comes after 72 bytes and stumbles over NUL bytes; the 64 characters of the digest have neither. The
 * digest is keyed by the salt against password shucking: were it a plain SHA-384, an attacker who holds such digests of the same
 * people from another leak could try the digests themselves, and would have only the fast hash left to crack (OWASP Password
 * Storage Cheat Sheet, "Pre-Hashing Passwords with bcrypt"; version 2 of passlib's {@code bcrypt_sha256} does the same).
 */
final class KeyedBcrypt implements HashScheme {

    private static final String PREFIX = "$bcrypt-hmac-sha384$";
    private static final String HMAC = "HmacSHA384";
    private static final int SALT_BYTES = 16;
    private static final Pattern FORM = Pattern.compile(
            "\\$bcrypt-hmac-sha384\\$v=1,r=(?<cost>\\d\\d)\\$(?<salt>[./A-Za-z0-9]{22})\\$(?<digest>[./A-Za-z0-9]{31})");

    private final int maxCost;
    private final RandomGenerator random;

    KeyedBcrypt(int maxCost, RandomGenerator random) {
        this.maxCost = maxCost;
        this.random = random;
    }

    PasswordHash hash(Password password, Bcrypt parameters) {
        byte[] salt = bytes(SALT_BYTES);
        return written(parameters, salt, digest(password, salt, parameters.cost()));
    }

    /** A hash like any other, except that its digest is that of no password. */
    PasswordHash dummy(Bcrypt parameters) {
        return written(parameters, bytes(SALT_BYTES), bytes(PlainBcrypt.DIGEST_BYTES));
    }

    /** How every hash with these parameters begins. */
    String beginning(Bcrypt parameters) {
        return PREFIX + "v=1,r=" + String.format(Locale.ROOT, "%02d", parameters.cost()) + "$";
    }

    @Override
    public boolean claims(String hash) {
        return hash.startsWith(PREFIX);
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
        byte[] digest = digest(password, BcryptText.decode(form.group("salt")), cost);
        return MessageDigest.isEqual(digest, BcryptText.decode(form.group("digest")));
    }

    private PasswordHash written(Bcrypt parameters, byte[] salt, byte[] digest) {
        return new PasswordHash(beginning(parameters) + BcryptText.encode(salt) + "$" + BcryptText.encode(digest));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] digest(Password password, byte[] salt, int cost) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(salt, HMAC));
            return PlainBcrypt.digest(Base64.getEncoder().encode(mac.doFinal(password.utf8())), salt, cost);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + HMAC, e);
        }
    }
}
