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

/**
 * Brings a deleted account back while it is kept; its sessions stay ended, and a suspension goes on if it is not over. One that is not
 * deleted stays as it is. While somebody removes its role, it cannot be restored: that one has to see it as it is.
 */
public final class RestoreUser {

    /** What came of it. */
    public sealed interface Result {
        record Restored(User user) implements Result {}

        record Denied(Denial why) implements Result {}
    }

    private final Administration administration;
    private final DeletedRetention retention;

    public RestoreUser(Administration administration, DeletedRetention retention) {
        this.administration = administration;
        this.retention = retention;
    }

    public Result restore(Caller caller, UserId id, Condition condition, Origin origin) {
        Request request = new Request(caller, Permission.USERS_DELETE, id, condition, origin);
        return switch (administration.change(request, this::restored)) {
            case Outcome.Done(User user, boolean _) -> new Result.Restored(user);
            case Outcome.Denied(Denial why) -> new Result.Denied(why);
        };
    }

    private Decision restored(Situation situation) {
        User user = situation.subject();
        if (user.status() != UserStatus.DELETED) {
            return new Decision.Keep();
        }
        return retention.isOver(user, situation.now())
                ? new Decision.Deny(new Denial.NotFound())
                : new Decision.Write(
                        user.restored(situation.now()).asOf(situation.now()), AuditType.USER_RESTORED, Map.of());
    }
}
