package dev.sallyport.application.token;

import dev.sallyport.application.audit.Audit;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.token.AccessClaims;
import dev.sallyport.domain.token.SessionStore;
import java.util.Map;

/**
 * Ends the session an access token belongs to. No token of it is good for anything on our endpoints once this has returned.
 *
 * <p>Two round trips: the end, the record. Whether the session lived is not asked beforehand; its end tells.
 */
public final class SignOut {

    /** What came of it. */
    public sealed interface Result {
        record Ended() implements Result {}

        /** There was no such session any more. */
        record SignedOut() implements Result {}
    }

    private final SessionStore sessions;
    private final Audit audit;

    public SignOut(SessionStore sessions, Audit audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Takes what a genuine token says whose time has not passed. */
    public Result signOut(AccessClaims genuine, Origin origin) {
        if (!sessions.end(genuine.session(), genuine.user())) {
            return new Result.SignedOut();
        }
        audit.record(AuditType.SESSION_ENDED, genuine.user(), genuine.session(), origin, Map.of("reason", "sign_out"));
        return new Result.Ended();
    }
}
