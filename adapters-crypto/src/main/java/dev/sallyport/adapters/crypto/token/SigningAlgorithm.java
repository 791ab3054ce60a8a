package dev.sallyport.adapters.crypto.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.SecureRandom;

/** The algorithms that sign access tokens; the names are those of RFC 7518 and RFC 8037. */
public enum SigningAlgorithm {
    /** RSA of 2048 bits with SHA-256: every client can verify it. */
    RS256 {
        @Override
        JWK generate(String kid, SecureRandom random) throws JOSEException {
            return new RSAKeyGenerator(2048)
                    .secureRandom(random)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(kid)
                    .generate();
        }

        @Override
        JWSSigner signer(JWK key) throws JOSEException {
            return new RSASSASigner(key.toRSAKey());
        }

        @Override
        JWSVerifier verifier(JWK key) throws JOSEException {
            return new RSASSAVerifier(key.toRSAKey());
        }
    },
    /** ECDSA on P-256 with SHA-256. */
    ES256 {
        @Override
        JWK generate(String kid, SecureRandom random) throws JOSEException {
            return new ECKeyGenerator(Curve.P_256)
                    .secureRandom(random)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyID(kid)
                    .generate();
        }

        @Override
        JWSSigner signer(JWK key) throws JOSEException {
            return new ECDSASigner(key.toECKey());
        }

        @Override
        JWSVerifier verifier(JWK key) throws JOSEException {
            return new ECDSAVerifier(key.toECKey());
        }
    },
    /** Ed25519. */
    EdDSA {
        @Override
        JWK generate(String kid, SecureRandom random) throws JOSEException {
            return Ed25519.generate(kid, random);
        }

        @Override
        JWSSigner signer(JWK key) throws JOSEException {
            return new Ed25519.Signer(key.toOctetKeyPair());
        }

        @Override
        JWSVerifier verifier(JWK key) throws JOSEException {
            return new Ed25519.Verifier(key.toOctetKeyPair());
        }
    },
    /** HMAC with SHA-256 under a secret that every verifier shares, and could sign with. */
    HS256 {
        @Override
        JWK generate(String kid, SecureRandom random) throws JOSEException {
            return new OctetSequenceKeyGenerator(256)
                    .secureRandom(random)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.HS256)
                    .keyID(kid)
                    .generate();
        }

        @Override
        JWSSigner signer(JWK key) throws JOSEException {
            return new MACSigner(key.toOctetSequenceKey());
        }

        @Override
        JWSVerifier verifier(JWK key) throws JOSEException {
            return new MACVerifier(key.toOctetSequenceKey());
        }
    };

    JWSAlgorithm jws() {
        return JWSAlgorithm.parse(name());
    }

    abstract JWK generate(String kid, SecureRandom random) throws JOSEException;

    abstract JWSSigner signer(JWK key) throws JOSEException;

    abstract JWSVerifier verifier(JWK key) throws JOSEException;

    /** The HS256 key that is this secret. */
    static JWK shared(String kid, byte[] secret) {
        return new OctetSequenceKey.Builder(secret)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.HS256)
                .keyID(kid)
                .build();
    }
}
