package dev.sallyport.adapters.crypto.key;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** How people write 32 bytes down. */
final class KeyText {

    static final String EXPECTED = "is not 32 bytes as base64 or 64 hexadecimal digits; "
            + "make one with `openssl rand -base64 32` and give its output.";

    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{43}=?");

    private KeyText() {}

    static Optional<byte[]> read(String text) {
        String trimmed = text.strip();
        if (HEX.matcher(trimmed).matches()) {
            return Optional.of(HexFormat.of().parseHex(trimmed));
        }
        if (BASE64.matcher(trimmed).matches()) {
            return Optional.of(
                    Base64.getDecoder().decode(trimmed.replace('-', '+').replace('_', '/')));
        }
        return Optional.empty();
    }
}
