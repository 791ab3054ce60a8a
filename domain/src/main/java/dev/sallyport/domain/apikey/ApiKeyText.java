package dev.sallyport.domain.apikey;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An API key as a service sends it: {@code sp_<id>_<secret>_<checksum>}, each part in the digits {@code 0-9A-Za-z} (base 62) and of fixed
 * length. The prefix lets scanners find keys that leaked, the CRC-32 at the end tells a mistyped key from one without asking a store.
 * Masked in {@link #toString()}.
 */
public final class ApiKeyText {

    private static final String PREFIX = "sp_";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int SECRET_BYTES = 32;
    private static final int ID_DIGITS = 22;
    private static final int SECRET_DIGITS = 43;
    private static final int CHECKSUM_DIGITS = 6;
    private static final Pattern SHAPE = Pattern.compile("sp_([0-9A-Za-z]{" + ID_DIGITS + "})_([0-9A-Za-z]{"
            + SECRET_DIGITS + "})_([0-9A-Za-z]{" + CHECKSUM_DIGITS + "})");

    private final ApiKeyId id;
    private final String text;

    private ApiKeyText(ApiKeyId id, String text) {
        this.id = id;
        this.text = text;
    }

    /** A key with a new secret of 256 bits. */
    public static ApiKeyText next(ApiKeyId id, RandomGenerator random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String head =
                PREFIX + digits(number(id.value()), ID_DIGITS) + "_" + digits(new BigInteger(1, secret), SECRET_DIGITS);
        return new ApiKeyText(id, head + "_" + checksum(head));
    }

    /** Reads what a client sent; empty unless it has the form and the checksum fits. */
    public static Optional<ApiKeyText> parse(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches() || !checksum(text.substring(0, parts.end(2))).equals(parts.group(3))) {
            return Optional.empty();
        }
        BigInteger id = number(parts.group(1));
        return id.bitLength() > 2 * Long.SIZE
                ? Optional.empty()
                : Optional.of(new ApiKeyText(new ApiKeyId(uuid(id)), text));
    }

    public ApiKeyId id() {
        return id;
    }

    /** Of the whole text, so a hash fits one key only. */
    public SecretHash hash() {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return new SecretHash(HexFormat.of().formatHex(sha256));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** The secret in the clear, to be shown once. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return PREFIX + "***";
    }

    private static String checksum(String head) {
        CRC32 crc = new CRC32();
        crc.update(head.getBytes(StandardCharsets.US_ASCII));
        return digits(BigInteger.valueOf(crc.getValue()), CHECKSUM_DIGITS);
    }

    private static String digits(BigInteger number, int length) {
        char[] digits = new char[length];
        BigInteger rest = number;
        for (int i = length - 1; i >= 0; i--) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            digits[i] = DIGITS.charAt(parts[1].intValue());
            rest = parts[0];
        }
        return new String(digits);
    }

    private static BigInteger number(String digits) {
        return digits.chars()
                .mapToObj(digit -> BigInteger.valueOf(DIGITS.indexOf(digit)))
                .reduce(
                        BigInteger.ZERO,
                        (number, digit) -> number.multiply(BASE).add(digit));
    }

    private static BigInteger number(UUID id) {
        return new BigInteger(id.toString().replace("-", ""), 16);
    }

    private static UUID uuid(BigInteger number) {
        return new UUID(number.shiftRight(Long.SIZE).longValue(), number.longValue());
    }
}
