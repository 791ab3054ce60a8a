package dev.sallyport.adapters.crypto.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import dev.sallyport.adapters.crypto.token.AccessTokenSettings.TokenType;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.token.AccessClaims;
import dev.sallyport.domain.token.AccessToken;
import dev.sallyport.domain.token.AccessTokens;
import dev.sallyport.domain.token.AccessTokens.Verification;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.TokenId;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.SteppingClock;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Several keys at once, and what is published of them. */
final class SigningKeysTest {

    private static final AccessTokenSettings SETTINGS =
            new AccessTokenSettings("https://auth.example.org", "sallyport", "sallyport", TokenType.AT_JWT, true);

    private final SteppingClock clock = SteppingClock.fixed();
    private final SigningKey rsa = Keys.of(SigningAlgorithm.RS256);
    private final SigningKey ec = Keys.of(SigningAlgorithm.ES256);
    private final SigningKey ed = Keys.of(SigningAlgorithm.EdDSA);
    private final SigningKey shared = Keys.of(SigningAlgorithm.HS256);

    @Test
    void tokensOutliveAChangeOfAlgorithm() {
        AccessTokens before = new JwtAccessTokens(SETTINGS, SigningKeys.of(rsa), clock);
        AccessTokens after = new JwtAccessTokens(SETTINGS, new SigningKeys(ec, List.of(ec, rsa)), clock);

        AccessToken old = before.issue(claims());

        assertThat(after.verify(old)).isInstanceOf(Verification.Valid.class);
        assertThat(before.verify(after.issue(claims()))).isEqualTo(new Verification.Invalid());
    }

    /** RFC 8725, 2.1: the public key, known to all, used as the secret of an HMAC. */
    @Test
    void aPublicKeyIsNoSharedSecret() throws JOSEException, ParseException {
        AccessTokens tokens = new JwtAccessTokens(SETTINGS, new SigningKeys(rsa, List.of(rsa, shared)), clock);
        Payload payload = JWSObject.parse(tokens.issue(claims()).value()).getPayload();
        byte[] publicKey =
                rsa.published().orElseThrow().toRSAKey().toRSAPublicKey().getEncoded();

        JWSObject forged = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(rsa.id().toString())
                        .build(),
                payload);
        forged.sign(new MACSigner(publicKey));

        assertThat(tokens.verify(new AccessToken(forged.serialize()))).isEqualTo(new Verification.Invalid());
    }

    @Test
    void publishesThePublicPartOfAsymmetricKeysOnly() throws ParseException {
        String jwks = new SigningKeys(rsa, List.of(rsa, ec, ed, shared)).publicJwks();

        assertThat(JWKSet.parse(jwks).getKeys()).hasSize(3).noneMatch(key -> key.isPrivate());
        assertThat(jwks)
                .contains("\"kty\":\"RSA\"", "\"kty\":\"EC\"", "\"kty\":\"OKP\"", "\"crv\":\"Ed25519\"")
                .contains("\"use\":\"sig\"", "\"alg\":\"RS256\"", rsa.id().toString())
                .doesNotContain("\"d\"", "\"p\"", "\"q\"", "\"k\"", shared.id().toString());
        assertThat(SigningKeys.of(shared).publicJwks()).isEqualTo("{\"keys\":[]}");
    }

    @Test
    void aKeyIsReadAsItWasWritten() {
        for (SigningKey key : List.of(rsa, ec, ed, shared)) {
            SigningKey read = SigningKey.read(key.id(), key.algorithm(), key.toJwk());
            AccessToken token = new JwtAccessTokens(SETTINGS, SigningKeys.of(read), clock).issue(claims());

            assertThat(new JwtAccessTokens(SETTINGS, SigningKeys.of(key), clock).verify(token))
                    .isInstanceOf(Verification.Valid.class);
        }
    }

    @Test
    void aKeySaysNothingOfItsSecret() {
        assertThat(rsa.toString()).isEqualTo("SigningKey[" + rsa.id() + ", RS256, ***]");
        assertThat(SigningKeys.of(shared).toString()).doesNotContain("\"k\"");
    }

    @Test
    void signaturesAreInTheFormOfJose() {
        AccessToken token = new JwtAccessTokens(SETTINGS, SigningKeys.of(ec), clock).issue(claims());

        CompactToken parts = CompactToken.read(token).orElseThrow();

        assertThat(parts.signatureBytes().decode()).hasSize(64);
    }

    @Test
    void aTokenWithoutPermissionsComesBackWithNone() {
        AccessTokenSettings without =
                new AccessTokenSettings("https://auth.example.org", "sallyport", "sallyport", TokenType.AT_JWT, false);
        AccessTokens tokens = new JwtAccessTokens(without, SigningKeys.of(ec), clock);
        AccessClaims claims = claims();

        AccessToken token = tokens.issue(claims);

        Role role = new Role(claims.role().name(), claims.role().tier(), new TreeSet<>());
        assertThat(CompactToken.read(token).orElseThrow().payloadText()).doesNotContain("permissions");
        assertThat(tokens.verify(token))
                .isEqualTo(new Verification.Valid(new AccessClaims(
                        claims.id(), claims.user(), claims.session(), role, claims.issuedAt(), claims.expiresAt())));
    }

    @Test
    void remembersNoMoreTokensThanItMay() {
        VerifiedTokens verified = new VerifiedTokens(2);
        VerifiedToken token = new VerifiedToken(claims(), Instant.EPOCH);

        verified.add(new AccessToken("first"), token);
        verified.add(new AccessToken("second"), token);
        verified.find(new AccessToken("first"));
        verified.add(new AccessToken("third"), token);

        assertThat(verified.find(new AccessToken("first"))).contains(token);
        assertThat(verified.find(new AccessToken("second"))).isEmpty();
        assertThat(verified.find(new AccessToken("third"))).contains(token);
    }

    @Test
    void theLargestRoleFitsIntoAToken() {
        AccessTokens tokens = new JwtAccessTokens(SETTINGS, SigningKeys.of(rsa), clock);

        int bytes = tokens.issue(claims()).value().getBytes(StandardCharsets.US_ASCII).length;

        assertThat(bytes).isLessThan(2048);
    }

    private AccessClaims claims() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        UserId user = UserId.next(now, People.RANDOM);
        return new AccessClaims(
                TokenId.next(now, People.RANDOM),
                user,
                SessionId.next(user, now, People.RANDOM),
                BuiltInRoles.SUPER_ADMIN,
                now,
                now.plusSeconds(900));
    }
}
