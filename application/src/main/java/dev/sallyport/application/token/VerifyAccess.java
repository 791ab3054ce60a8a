package dev.sallyport.application.token;

import dev.sallyport.domain.token.AccessClaims;
import dev.sallyport.domain.token.AccessToken;
import dev.sallyport.domain.token.AccessTokens;
import dev.sallyport.domain.token.AccessTokens.Verification;
import dev.sallyport.domain.token.SessionStore;
import java.time.InstantSource;

/** Tells who shows an access token. One round trip: whether its session still lives. */
public final class VerifyAccess {

    /** What came of it. */
    public sealed interface Result {
        record Granted(Caller.InSession caller) implements Result {}

        /** Genuine, but its time has passed: refresh. */
        record Expired() implements Result {}

        /** Not ours, or its session has ended. */
        record Refused() implements Result {}
    }

    private final AccessTokens tokens;
    private final SessionStore sessions;
    private final InstantSource clock;

    public VerifyAccess(AccessTokens tokens, SessionStore sessions, InstantSource clock) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.clock = clock;
    }

    public Result verify(AccessToken token) {
        return switch (tokens.verify(token)) {
            case Verification.Valid(AccessClaims claims) -> live(claims);
            case Verification.Expired() -> new Result.Expired();
            case Verification.Invalid() -> new Result.Refused();
        };
    }

    private Result live(AccessClaims claims) {
        return sessions.find(claims.session())
                .filter(session -> session.user().equals(claims.user()) && !session.isExpired(clock.instant()))
                .<Result>map(session -> new Result.Granted(new Caller.InSession(session)))
                .orElseGet(Result.Refused::new);
    }
}
