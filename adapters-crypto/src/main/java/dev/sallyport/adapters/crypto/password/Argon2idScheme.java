package dev.sallyport.adapters.crypto.password;

import dev.sallyport.adapters.crypto.password.HashingSettings.Argon2id;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.password.PasswordHash;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106, version 19) in the PHC string format, {@code $argon2id$v=19$m=<KiB>,t=<iterations>,p=<lanes>$<salt>$<digest>}.
 */
final class Argon2idScheme implements HashScheme {

    private static final String PREFIX = "$argon2id$";
    private static final int SALT_BYTES = 16;
    private static final int DIGEST_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("\\$argon2id\\$v=19"
            + "\\$m=(?<memory>[1-9]\\d{0,6}),t=(?<iterations>[1-9]\\d{0,3}),p=(?<lanes>[1-9]\\d?)"
            + "\\$(?<salt>[A-Za-z0-9+/]{11,86})\\$(?<digest>[A-Za-z0-9+/]{22,86})");

    private final Ceiling ceiling;
    private final RandomGenerator random;

    Argon2idScheme(Ceiling ceiling, RandomGenerator random) {
        this.ceiling = ceiling;
        this.random = random;
    }

    PasswordHash hash(Password password, Argon2id parameters) {
        byte[] salt = bytes(SALT_BYTES);
        return written(parameters, salt, digest(password, salt, parameters, DIGEST_BYTES));
    }

    /** A hash like any other, except that its digest is that of no password. */
    PasswordHash dummy(Argon2id parameters) {
        return written(parameters, bytes(SALT_BYTES), bytes(DIGEST_BYTES));
    }

    /** How every hash with these parameters begins. */
    String beginning(Argon2id parameters) {
        return PREFIX + "v=19$m=" + parameters.memoryKib() + ",t=" + parameters.iterations() + ",p="
                + parameters.parallelism() + "$";
    }

    @Override
    public boolean claims(String hash) {
        return hash.startsWith(PREFIX);
    }

    @Override
    public boolean matches(Password password, String hash) {
        Matcher form = FORM.matcher(hash);
        return form.matches() && matches(password, form);
    }

    private boolean matches(Password password, Matcher form) {
        try {
            Argon2id parameters = new Argon2id(
                    Integer.parseInt(form.group("memory")),
                    Integer.parseInt(form.group("iterations")),
                    Integer.parseInt(form.group("lanes")));
            byte[] salt = Base64.getDecoder().decode(form.group("salt"));
            byte[] expected = Base64.getDecoder().decode(form.group("digest"));
            return ceiling.allows(parameters)
                    && MessageDigest.isEqual(digest(password, salt, parameters, expected.length), expected);
        } catch (IllegalArgumentException nonsense) {
            return false;
        }
    }

    private PasswordHash written(Argon2id parameters, byte[] salt, byte[] digest) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash(
                beginning(parameters) + base64.encodeToString(salt) + "$" + base64.encodeToString(digest));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] digest(Password password, byte[] salt, Argon2id parameters, int length) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(parameters.memoryKib())
                .withIterations(parameters.iterations())
                .withParallelism(parameters.parallelism())
                .withSalt(salt)
                .build());
        byte[] digest = new byte[length];
        argon2.generateBytes(password.utf8(), digest);
        return digest;
    }

    /**
     * What a stored hash may ask for.
     *
     * @param memoryKib at once
     * @param workKib memory times iterations
     */
    record Ceiling(long memoryKib, long workKib) {

        private static final Ceiling USUAL = new Ceiling(128 * 1024, 1024 * 1024);

        /**
         * 128 MiB, filled eight times, but no more than fits into half the heap with every thread at work; or what we ask for
         * ourselves if that is more.
         */
        static Ceiling over(Argon2id own, int threads) {
            long fitting = Runtime.getRuntime().maxMemory() / 1024 / 2 / threads;
            return new Ceiling(
                    Math.max(Math.min(USUAL.memoryKib, fitting), own.memoryKib()),
                    Math.max(USUAL.workKib, (long) own.memoryKib() * own.iterations()));
        }

        boolean allows(Argon2id asked) {
            return asked.memoryKib() <= memoryKib && (long) asked.memoryKib() * asked.iterations() <= workKib;
        }
    }
}
