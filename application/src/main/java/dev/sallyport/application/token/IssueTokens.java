package dev.sallyport.application.token;

import dev.sallyport.application.role.FindRole;
import dev.sallyport.domain.token.AccessClaims;
import dev.sallyport.domain.token.AccessTokens;
import dev.sallyport.domain.token.RefreshTokens;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.TokenId;
import dev.sallyport.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/** Makes the pair of tokens for a session as it stands. Writes nothing. */
public final class IssueTokens {

    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final FindRole roles;
    private final Duration lifetime;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** Takes how long an access token is good for, in whole seconds. */
    public IssueTokens(
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            FindRole roles,
            Duration lifetime,
            InstantSource clock,
            RandomGenerator random) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.roles = roles;
        this.lifetime = lifetime;
        this.clock = clock;
        this.random = random;
    }

    public SignedIn issue(User user, Session session) {
        Instant now = clock.instant();
        Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        AccessClaims claims = new AccessClaims(
                TokenId.next(now, random),
                user.id(),
                session.id(),
                roles.find(user.role().role()),
                issuedAt,
                issuedAt.plus(lifetime));
        return new SignedIn(
                user, session, accessTokens.issue(claims), lifetime, refreshTokens.of(session), session.remaining(now));
    }
}
