package dev.sallyport.application.token;

import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionStore;
import java.util.Map;

/** Ends every session of the caller's account. */
public final class SignOutEverywhere {

    /** What came of it. */
    public sealed interface Result {
        record Ended() implements Result {}

        record SignedOut() implements Result {}
    }

    private final FindActor actors;
    private final SessionStore sessions;
    private final Audit audit;

    public SignOutEverywhere(FindActor actors, SessionStore sessions, Audit audit) {
        this.actors = actors;
        this.sessions = sessions;
        this.audit = audit;
    }

    public Result signOut(Caller.InSession caller, Origin origin) {
        if (actors.find(caller).isEmpty()) {
            return new Result.SignedOut();
        }
        Session session = caller.session();
        int ended = sessions.endAll(session.user());
        audit.record(
                AuditType.SESSION_ENDED,
                session,
                origin,
                Map.of("reason", "sign_out_everywhere", "ended", Integer.toString(ended)));
        return new Result.Ended();
    }
}
