package dev.sallyport.application.token;

import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.user.Actor;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.SessionStore;
import java.util.Map;
import java.util.Optional;

/** Ends one session of the caller's account. Somebody else's and one that never was look the same. */
public final class EndSession {

    /** What came of it. */
    public sealed interface Result {
        record Ended() implements Result {}

        record NotFound() implements Result {}

        record SignedOut() implements Result {}

        record Forbidden() implements Result {}
    }

    private final FindActor actors;
    private final SessionStore sessions;
    private final Audit audit;

    public EndSession(FindActor actors, SessionStore sessions, Audit audit) {
        this.actors = actors;
        this.sessions = sessions;
        this.audit = audit;
    }

    public Result end(Caller caller, SessionId id, Origin origin) {
        Optional<Actor> actor = actors.find(caller);
        if (actor.isEmpty()) {
            return new Result.SignedOut();
        }
        if (!actor.get().may(Permission.SESSIONS_MANAGE_SELF)
                || actor.get().account().isEmpty()) {
            return new Result.Forbidden();
        }
        if (!sessions.end(id, caller.account())) {
            return new Result.NotFound();
        }
        audit.record(
                AuditType.SESSION_ENDED,
                caller,
                caller.account(),
                origin,
                Map.of("reason", "ended_by_owner", "ended_session", id.toString()));
        return new Result.Ended();
    }
}
