package dev.sallyport.adapters.crypto.token;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.Optional;

/**
 * The key that signs and all that are verified against.
 *
 * @param verifying has {@code active} among them
 */
public record SigningKeys(SigningKey active, List<SigningKey> verifying) {

    public SigningKeys {
        verifying = List.copyOf(verifying);
        if (!verifying.contains(active)) {
            throw new IllegalArgumentException("The key that signs is verified against, too");
        }
    }

    /** One key for both. */
    public static SigningKeys of(SigningKey only) {
        return new SigningKeys(only, List.of(only));
    }

    /** The public keys as a JSON Web Key Set (RFC 7517, 5); empty if there is only a shared secret. */
    public String publicJwks() {
        return new JWKSet(verifying.stream()
                        .map(SigningKey::published)
                        .flatMap(Optional::stream)
                        .toList())
                .toString(true);
    }
}
