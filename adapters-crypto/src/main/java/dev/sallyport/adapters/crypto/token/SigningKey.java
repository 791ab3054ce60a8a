package dev.sallyport.adapters.crypto.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.JWK;
import dev.sallyport.domain.key.KeyId;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Optional;

/** A key and the one algorithm it is for. Immutable, safe for many threads, masked in {@link #toString()}. */
public final class SigningKey {

    private final KeyId id;
    private final SigningAlgorithm algorithm;
    private final JWK jwk;
    private final JWSSigner signer;
    private final JWSVerifier verifier;

    private SigningKey(KeyId id, SigningAlgorithm algorithm, JWK jwk) throws JOSEException {
        this.id = id;
        this.algorithm = algorithm;
        this.jwk = jwk;
        signer = algorithm.signer(jwk);
        verifier = algorithm.verifier(jwk);
    }

    public static SigningKey generate(KeyId id, SigningAlgorithm algorithm, SecureRandom random) {
        try {
            return new SigningKey(id, algorithm, algorithm.generate(id.toString(), random));
        } catch (JOSEException e) {
            throw new IllegalStateException("This JDK makes no keys for " + algorithm, e);
        }
    }

    /** An HS256 key that others have too; at least 256 bits (RFC 7518, 3.2). */
    public static SigningKey shared(KeyId id, byte[] secret) {
        try {
            return new SigningKey(id, SigningAlgorithm.HS256, SigningAlgorithm.shared(id.toString(), secret));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("A shared secret has at least 32 bytes", e);
        }
    }

    /**
     * Reads what {@link #toJwk()} wrote.
     *
     * @throws IllegalArgumentException if it is no key of this id and algorithm
     */
    public static SigningKey read(KeyId id, SigningAlgorithm algorithm, String jwk) {
        try {
            JWK key = JWK.parse(jwk);
            if (!id.toString().equals(key.getKeyID()) || !algorithm.jws().equals(key.getAlgorithm())) {
                throw new IllegalArgumentException("Expected the " + algorithm + " key " + id);
            }
            return new SigningKey(id, algorithm, key);
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException("Not a JSON Web Key for " + algorithm, e);
        }
    }

    /** The whole key, the secret part too, as a JSON Web Key (RFC 7517). To be sealed, never to be shown. */
    public String toJwk() {
        return jwk.toJSONString();
    }

    public KeyId id() {
        return id;
    }

    public SigningAlgorithm algorithm() {
        return algorithm;
    }

    JWSSigner signer() {
        return signer;
    }

    JWSVerifier verifier() {
        return verifier;
    }

    /** What the world may see; nothing of a shared secret. */
    Optional<JWK> published() {
        return Optional.ofNullable(jwk.toPublicJWK());
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + ", " + algorithm + ", ***]";
    }
}
