package dev.sallyport.application.token;

import dev.sallyport.application.audit.Audit;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionStore;
import java.util.Map;

/** Ends every session of the caller's account. */
public final class SignOutEverywhere {

    private final SessionStore sessions;
    private final Audit audit;

    public SignOutEverywhere(SessionStore sessions, Audit audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    public void signOut(Caller caller, Origin origin) {
        Session session = caller.session();
        int ended = sessions.endAll(session.user());
        audit.record(
                AuditType.SESSION_ENDED,
                session,
                origin,
                Map.of("reason", "sign_out_everywhere", "ended", Integer.toString(ended)));
    }
}
