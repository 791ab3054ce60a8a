package dev.sallyport.adapters.crypto.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import dev.sallyport.domain.token.AccessClaims;
import dev.sallyport.domain.token.AccessToken;
import dev.sallyport.domain.token.AccessTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Access tokens as JSON Web Tokens in the profile of RFC 9068. {@link #verify} throws for no text whatever.
 *
 * <p>The header of a token of ours says nothing but algorithm, type and key, so there are exactly as many headers as there are keys.
 * A token is looked up by its header as it stands, and the key found fixes the algorithm (RFC 8725, 3.1): no header is ever parsed,
 * and {@code none}, another algorithm, {@code jku}, {@code crit} or a member twice are all one case, a header we never wrote.
 */
public final class JwtAccessTokens implements AccessTokens {

    private static final Duration LEEWAY = Duration.ofSeconds(30);
    private static final int REMEMBERED = 10_000;

    private final InstantSource clock;
    private final ClaimsText claimsText;
    private final Key active;
    private final Map<String, Key> keysByHeader;
    private final VerifiedTokens verified = new VerifiedTokens(REMEMBERED);

    public JwtAccessTokens(AccessTokenSettings settings, SigningKeys keys, InstantSource clock) {
        this.clock = clock;
        claimsText = new ClaimsText(settings);
        active = Key.of(keys.active(), settings);
        keysByHeader = keys.verifying().stream()
                .map(key -> Key.of(key, settings))
                .collect(Collectors.toUnmodifiableMap(Key::headerText, Function.identity()));
    }

    @Override
    public AccessToken issue(AccessClaims claims) {
        JWSObject jws = new JWSObject(active.header, new Payload(claimsText.write(claims)));
        try {
            jws.sign(active.key.signer());
        } catch (JOSEException e) {
            throw new IllegalStateException("The key that signs does not sign", e);
        }
        return new AccessToken(jws.serialize());
    }

    @Override
    public Verification verify(AccessToken token) {
        return verified.find(token).or(() -> proved(token)).map(this::timely).orElseGet(Verification.Invalid::new);
    }

    private Optional<VerifiedToken> proved(AccessToken token) {
        Optional<VerifiedToken> proved = CompactToken.read(token)
                .filter(this::isSigned)
                .map(CompactToken::payloadText)
                .flatMap(claimsText::read);
        proved.ifPresent(ours -> verified.add(token, ours));
        return proved;
    }

    private boolean isSigned(CompactToken token) {
        Key known = keysByHeader.get(token.header());
        try {
            return known != null
                    && known.key.verifier().verify(known.header, token.signingInput(), token.signatureBytes());
        } catch (JOSEException malformed) {
            return false;
        }
    }

    private Verification timely(VerifiedToken token) {
        Instant now = clock.instant();
        if (token.notBefore().isAfter(now.plus(LEEWAY))) {
            return new Verification.Invalid();
        }
        return token.claims().expiresAt().isAfter(now.minus(LEEWAY))
                ? new Verification.Valid(token.claims())
                : new Verification.Expired();
    }

    /** A key and the one header that its tokens have. */
    private record Key(SigningKey key, JWSHeader header) {

        static Key of(SigningKey key, AccessTokenSettings settings) {
            return new Key(
                    key,
                    new JWSHeader.Builder(key.algorithm().jws())
                            .type(new JOSEObjectType(settings.type().text()))
                            .keyID(key.id().toString())
                            .build());
        }

        String headerText() {
            return header.toBase64URL().toString();
        }
    }
}
