package dev.sallyport.application.user;

import dev.sallyport.application.Condition;
import dev.sallyport.application.Denial;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.Administration.Decision;
import dev.sallyport.application.user.Administration.Outcome;
import dev.sallyport.application.user.Administration.Request;
import dev.sallyport.application.user.Administration.Situation;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import java.util.Map;

/** Lets a suspended account in again. One that is not suspended stays as it is. */
public final class ActivateUser {

    /** What came of it. */
    public sealed interface Result {
        record Activated(User user) implements Result {}

        record Denied(Denial why) implements Result {}
    }

    private final Administration administration;

    public ActivateUser(Administration administration) {
        this.administration = administration;
    }

    public Result activate(Caller caller, UserId id, Condition condition, Origin origin) {
        Request request = new Request(caller, Permission.USERS_UPDATE, id, condition, origin);
        return switch (administration.change(request, Administration.unlessDeleted(ActivateUser::activated))) {
            case Outcome.Done(User user, boolean _) -> new Result.Activated(user);
            case Outcome.Denied(Denial why) -> new Result.Denied(why);
        };
    }

    private static Decision activated(Situation situation) {
        return situation.subject().status() == UserStatus.SUSPENDED
                ? new Decision.Write(situation.subject().activated(situation.now()), AuditType.USER_ACTIVATED, Map.of())
                : new Decision.Keep();
    }
}
