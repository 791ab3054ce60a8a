package dev.sallyport.application;

import dev.sallyport.domain.token.AccessClaims;
import dev.sallyport.domain.token.AccessToken;
import dev.sallyport.domain.token.AccessTokens;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens that are nothing but a number, with what they say written down beside it. */
public final class PlainAccessTokens implements AccessTokens {

    private static final Duration LEEWAY = Duration.ofSeconds(30);

    private final Map<AccessToken, AccessClaims> issued = new ConcurrentHashMap<>();
    private final InstantSource clock;

    PlainAccessTokens(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public AccessToken issue(AccessClaims claims) {
        AccessToken token = new AccessToken(claims.id().toString());
        issued.put(token, claims);
        return token;
    }

    @Override
    public Verification verify(AccessToken token) {
        AccessClaims claims = issued.get(token);
        if (claims == null) {
            return new Verification.Invalid();
        }
        return clock.instant().isBefore(claims.expiresAt().plus(LEEWAY))
                ? new Verification.Valid(claims)
                : new Verification.Expired();
    }

    /** What a token of ours says, expired or not. */
    public AccessClaims claims(AccessToken token) {
        AccessClaims claims = issued.get(token);
        if (claims == null) {
            throw new AssertionError("Not one of ours");
        }
        return claims;
    }
}
