package dev.sallyport.application.user;

import dev.sallyport.application.Condition;
import dev.sallyport.application.Denial;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.Administration.Request;
import dev.sallyport.application.user.Administration.View;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.UserId;
import java.util.Map;

/** Ends every session of somebody's account. */
public final class EndUserSessions {

    /** What came of it. */
    public sealed interface Result {
        record Ended() implements Result {}

        record Denied(Denial why) implements Result {}
    }

    private final Administration administration;
    private final SessionStore sessions;
    private final Audit audit;

    public EndUserSessions(Administration administration, SessionStore sessions, Audit audit) {
        this.administration = administration;
        this.sessions = sessions;
        this.audit = audit;
    }

    public Result end(Caller caller, UserId id, Origin origin) {
        Request request = new Request(caller, Permission.SESSIONS_MANAGE, id, Condition.NONE, origin);
        return switch (administration.look(request)) {
            case View.Hidden(Denial why) -> new Result.Denied(why);
            case View.Seen(var situation) -> ended(situation.subject().id(), caller, origin);
        };
    }

    private Result ended(UserId id, Caller caller, Origin origin) {
        int ended = sessions.endAll(id);
        Map<String, String> details = Map.of("reason", "ended_by_administrator", "ended", Integer.toString(ended));
        audit.record(AuditType.SESSION_ENDED, caller, id, origin, details);
        return new Result.Ended();
    }
}
