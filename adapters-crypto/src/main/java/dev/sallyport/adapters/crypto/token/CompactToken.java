package dev.sallyport.adapters.crypto.token;

import com.nimbusds.jose.util.Base64URL;
import dev.sallyport.domain.token.AccessToken;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The three parts of a JWS in compact form (RFC 7515, 7.1), each the only base64url there is of its bytes: libraries skip padding,
 * blanks and surplus bits, so that one signature would have many spellings.
 */
record CompactToken(String header, String payload, String signature) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");

    static Optional<CompactToken> read(AccessToken token) {
        if (token.value().length() > AccessToken.MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(token.value());
        return form.matches()
                ? Optional.of(new CompactToken(form.group(1), form.group(2), form.group(3)))
                        .filter(CompactToken::isCanonical)
                : Optional.empty();
    }

    byte[] signingInput() {
        return (header + "." + payload).getBytes(StandardCharsets.US_ASCII);
    }

    Base64URL signatureBytes() {
        return new Base64URL(signature);
    }

    String payloadText() {
        return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    }

    private boolean isCanonical() {
        return isCanonical(header) && isCanonical(payload) && isCanonical(signature);
    }

    private static boolean isCanonical(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
