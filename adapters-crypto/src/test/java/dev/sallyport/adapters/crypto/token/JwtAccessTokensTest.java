package dev.sallyport.adapters.crypto.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import dev.sallyport.adapters.crypto.token.AccessTokenSettings.TokenType;
import dev.sallyport.domain.token.AccessTokens;
import dev.sallyport.testkit.AccessTokensContract;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;

/** The contract, once for each algorithm. */
class JwtAccessTokensTest {

    @Nested
    class Rs256 extends Case {
        Rs256() {
            super(SigningAlgorithm.RS256);
        }
    }

    @Nested
    class Es256 extends Case {
        Es256() {
            super(SigningAlgorithm.ES256);
        }
    }

    @Nested
    class EdDsa extends Case {
        EdDsa() {
            super(SigningAlgorithm.EdDSA);
        }
    }

    @Nested
    class Hs256 extends Case {
        Hs256() {
            super(SigningAlgorithm.HS256);
        }
    }

    abstract static class Case implements AccessTokensContract {

        private final SigningKey key;
        private final SigningKey otherKey;

        Case(SigningAlgorithm algorithm) {
            key = Keys.of(algorithm);
            otherKey = Keys.another(algorithm);
        }

        @Override
        public AccessTokens tokens(Kind kind, InstantSource clock) {
            AccessTokenSettings settings = new AccessTokenSettings(
                    kind == Kind.OTHER_ISSUER ? "https://other.example.org" : "https://auth.example.org",
                    kind == Kind.OTHER_AUDIENCE ? "other" : "sallyport",
                    "sallyport",
                    kind == Kind.OTHER_TYPE ? TokenType.JWT : TokenType.AT_JWT,
                    true);
            return new JwtAccessTokens(settings, SigningKeys.of(kind == Kind.OTHER_KEYS ? otherKey : key), clock);
        }

        @Override
        public String signed(String header, String payload) {
            String input = Base64URL.encode(header) + "." + Base64URL.encode(payload);
            try {
                JWSHeader honest = new JWSHeader(key.algorithm().jws());
                return input + "." + key.signer().sign(honest, input.getBytes(StandardCharsets.US_ASCII));
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
