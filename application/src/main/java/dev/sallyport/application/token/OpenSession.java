package dev.sallyport.application.token;

import dev.sallyport.application.Together;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Begins a session for somebody who has proved who they are. The session is the deciding write; the rest records, all at once.
 *
 * <p>Two round trips: the session, the records. A store that needs two calls to add a session makes it three.
 */
public final class OpenSession {

    /** How somebody proved who they are. */
    public enum Opening {
        REGISTRATION("registration"),
        PASSWORD("password");

        private final String detail;

        Opening(String detail) {
            this.detail = detail;
        }
    }

    private final UserStore users;
    private final SessionStore sessions;
    private final SessionPolicy policy;
    private final IssueTokens tokens;
    private final Audit audit;
    private final Together together;
    private final InstantSource clock;
    private final RandomGenerator random;

    public OpenSession(
            UserStore users,
            SessionStore sessions,
            SessionPolicy policy,
            IssueTokens tokens,
            Audit audit,
            Together together,
            InstantSource clock,
            RandomGenerator random) {
        this.users = users;
        this.sessions = sessions;
        this.policy = policy;
        this.tokens = tokens;
        this.audit = audit;
        this.together = together;
        this.clock = clock;
        this.random = random;
    }

    public SignedIn open(User user, Opening opening, Origin origin) {
        Instant now = clock.instant();
        Session session = Session.start(user, origin, policy, now, random);
        SignedIn signedIn = tokens.issue(user.signedInAt(now), session);
        List<SessionId> ended = sessions.add(session, policy.perUser());
        together.run(
                () -> users.recordSignIn(user.id(), now),
                () -> audit.record(AuditType.SESSION_OPENED, session, origin, Map.of("by", opening.detail)),
                () -> recordEnded(ended, session, origin));
        return signedIn;
    }

    /** One after the other: seldom more than one, and never so many at once that others wait for a connection. */
    private void recordEnded(List<SessionId> ended, Session newest, Origin origin) {
        for (SessionId oldest : ended) {
            audit.record(
                    AuditType.SESSION_ENDED,
                    newest,
                    origin,
                    Map.of("reason", "too_many_sessions", "ended_session", oldest.toString()));
        }
    }
}
