package dev.sallyport.application.token;

import dev.sallyport.application.Decide;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.token.RefreshToken;
import dev.sallyport.domain.token.RefreshTokens;
import dev.sallyport.domain.token.RefreshTokens.Claim;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.Session.Rotation;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Trades a refresh token for the next pair. Four round trips: the session, the account, the rotation, the record.
 *
 * <p>Of any number of simultaneous calls with one token, on any number of nodes, one rotates; the others find the rotation done and,
 * within the grace window, get the same successor.
 */
public final class RefreshSession {

    /** What came of it. */
    public sealed interface Result {
        record Refreshed(SignedIn signedIn) implements Result {}

        /** Unknown, forged, expired, reused or no longer honoured: outside these look the same. */
        record Invalid() implements Result {}
    }

    private final SessionStore sessions;
    private final UserStore users;
    private final RefreshTokens refreshTokens;
    private final IssueTokens tokens;
    private final SessionPolicy policy;
    private final Audit audit;
    private final InstantSource clock;

    public RefreshSession(
            SessionStore sessions,
            UserStore users,
            RefreshTokens refreshTokens,
            IssueTokens tokens,
            SessionPolicy policy,
            Audit audit,
            InstantSource clock) {
        this.sessions = sessions;
        this.users = users;
        this.refreshTokens = refreshTokens;
        this.tokens = tokens;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    public Result refresh(RefreshToken token, Origin origin) {
        return refreshTokens
                .read(token)
                .map(claim -> Decide.untilDecided(() -> decide(claim, origin)))
                .orElseGet(Result.Invalid::new);
    }

    /** One look at the world, one decision; empty if the world moved before it was written. */
    private Optional<Result> decide(Claim claim, Origin origin) {
        Optional<Session> found = sessions.find(claim.session());
        if (found.isEmpty() || !refreshTokens.isGenuine(claim, found.get())) {
            return Optional.of(new Result.Invalid());
        }
        Session session = found.get();
        return switch (session.rotate(claim.generation(), origin, policy, clock.instant())) {
            case Rotation.Rotated(Session next) -> rotated(session, next, origin);
            case Rotation.Replayed() -> Optional.of(replayed(session, origin));
            case Rotation.Reused() -> Optional.of(ended(session, AuditType.SESSION_REFRESH_REUSED, origin, "reuse"));
            case Rotation.Expired() -> Optional.of(ended(session, AuditType.SESSION_REFRESH_FAILED, origin, "expired"));
        };
    }

    private Optional<Result> rotated(Session session, Session next, Origin origin) {
        Optional<User> user = users.find(session.user()).map(found -> found.asOf(clock.instant()));
        if (user.isEmpty() || !session.isHonouredBy(user.get())) {
            return Optional.of(revoked(session, origin));
        }
        SignedIn signedIn = tokens.issue(user.get(), next);
        if (!sessions.replace(session, next)) {
            return Optional.empty();
        }
        audit.record(AuditType.SESSION_REFRESHED, next, origin, Map.of());
        return Optional.of(new Result.Refreshed(signedIn));
    }

    private Result replayed(Session session, Origin origin) {
        Optional<User> user = users.find(session.user()).map(found -> found.asOf(clock.instant()));
        if (user.isEmpty() || !session.isHonouredBy(user.get())) {
            return revoked(session, origin);
        }
        audit.record(AuditType.SESSION_REFRESH_REPLAYED, session, origin, Map.of());
        return new Result.Refreshed(tokens.issue(user.get(), session));
    }

    /** Ends nothing: the owner may be changing the password this moment and about to carry the session over. */
    private Result revoked(Session session, Origin origin) {
        audit.record(AuditType.SESSION_REFRESH_FAILED, session, origin, Map.of("reason", "revoked"));
        return new Result.Invalid();
    }

    private Result ended(Session session, AuditType why, Origin origin, String reason) {
        sessions.end(session.id(), session.user());
        audit.record(why, session, origin, Map.of("reason", reason));
        return new Result.Invalid();
    }
}
