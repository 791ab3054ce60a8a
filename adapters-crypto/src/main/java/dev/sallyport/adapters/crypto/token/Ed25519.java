package dev.sallyport.adapters.crypto.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/** EdDSA on Ed25519 (RFC 8037) by the JDK's providers; Nimbus' own would need Tink. */
final class Ed25519 {

    private static final String NAME = "Ed25519";
    private static final int KEY_BYTES = 32;

    /** What comes before the 32 bytes of a key in its DER encoding, RFC 8410, 7 and 4. */
    private static final byte[] PKCS8_HEAD = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    static OctetKeyPair generate(String kid, SecureRandom random) throws JOSEException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
            generator.initialize(255, random);
            KeyPair pair = generator.generateKeyPair();
            return new OctetKeyPair.Builder(Curve.Ed25519, tail(pair.getPublic().getEncoded()))
                    .d(tail(Arrays.copyOf(pair.getPrivate().getEncoded(), PKCS8_HEAD.length + KEY_BYTES)))
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.EdDSA)
                    .keyID(kid)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new JOSEException("No Ed25519 key pair could be made", e);
        }
    }

    private static Base64URL tail(byte[] der) {
        return Base64URL.encode(Arrays.copyOfRange(der, der.length - KEY_BYTES, der.length));
    }

    private static byte[] der(byte[] head, byte[] key) {
        ByteArrayOutputStream der = new ByteArrayOutputStream(head.length + key.length);
        der.writeBytes(head);
        der.writeBytes(key);
        return der.toByteArray();
    }

    static final class Signer extends BaseJWSProvider implements JWSSigner {

        private final PrivateKey key;

        Signer(OctetKeyPair pair) throws JOSEException {
            super(Set.of(JWSAlgorithm.EdDSA));
            try {
                key = KeyFactory.getInstance(NAME)
                        .generatePrivate(new PKCS8EncodedKeySpec(der(PKCS8_HEAD, pair.getDecodedD())));
            } catch (GeneralSecurityException e) {
                throw new JOSEException("Not a private Ed25519 key", e);
            }
        }

        @Override
        public Base64URL sign(JWSHeader header, byte[] input) throws JOSEException {
            try {
                Signature signature = Signature.getInstance(NAME);
                signature.initSign(key);
                signature.update(input);
                return Base64URL.encode(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new JOSEException("Ed25519 did not sign", e);
            }
        }
    }

    static final class Verifier extends BaseJWSProvider implements JWSVerifier {

        private final PublicKey key;

        Verifier(OctetKeyPair pair) throws JOSEException {
            super(Set.of(JWSAlgorithm.EdDSA));
            try {
                key = KeyFactory.getInstance(NAME)
                        .generatePublic(new X509EncodedKeySpec(der(X509_HEAD, pair.getDecodedX())));
            } catch (GeneralSecurityException e) {
                throw new JOSEException("Not a public Ed25519 key", e);
            }
        }

        @Override
        public boolean verify(JWSHeader header, byte[] input, Base64URL signature) throws JOSEException {
            try {
                Signature verification = Signature.getInstance(NAME);
                verification.initVerify(key);
                verification.update(input);
                return verification.verify(signature.decode());
            } catch (SignatureException malformed) {
                return false;
            } catch (GeneralSecurityException e) {
                throw new JOSEException("Ed25519 did not verify", e);
            }
        }
    }
}
