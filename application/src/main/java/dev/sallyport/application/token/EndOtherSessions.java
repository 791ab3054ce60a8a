package dev.sallyport.application.token;

import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.user.Actor;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionStore;
import java.util.Map;
import java.util.Optional;

/** Ends every session of the caller's account but the one the request was made in. */
public final class EndOtherSessions {

    /** What came of it. */
    public sealed interface Result {
        record Ended() implements Result {}

        record SignedOut() implements Result {}

        record Forbidden() implements Result {}
    }

    private final FindActor actors;
    private final SessionStore sessions;
    private final Audit audit;

    public EndOtherSessions(FindActor actors, SessionStore sessions, Audit audit) {
        this.actors = actors;
        this.sessions = sessions;
        this.audit = audit;
    }

    public Result end(Caller.InSession caller, Origin origin) {
        Optional<Actor> actor = actors.find(caller);
        if (actor.isEmpty()) {
            return new Result.SignedOut();
        }
        if (!actor.get().may(Permission.SESSIONS_MANAGE_SELF)) {
            return new Result.Forbidden();
        }
        Session mine = caller.session();
        int ended = sessions.endOthers(mine.user(), mine.id());
        audit.record(
                AuditType.SESSION_ENDED,
                mine,
                origin,
                Map.of("reason", "others_ended_by_owner", "ended", Integer.toString(ended)));
        return new Result.Ended();
    }
}
