package dev.sallyport.application.token;

import dev.sallyport.application.audit.Audit;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionStore;
import java.util.Map;

/** Ends the session a request was made in. No token of it is good for anything on our endpoints once this has returned. */
public final class SignOut {

    private final SessionStore sessions;
    private final Audit audit;

    public SignOut(SessionStore sessions, Audit audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    public void signOut(Caller caller, Origin origin) {
        Session session = caller.session();
        if (sessions.end(session.id(), session.user())) {
            audit.record(AuditType.SESSION_ENDED, session, origin, Map.of("reason", "sign_out"));
        }
    }
}
