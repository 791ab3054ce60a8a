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
 * Deletes somebody's account. It honours no session and no API key from then on, and can be restored until {@link PurgeDeleted} removes
 * it. One that is deleted already stays as it is. Nobody deletes their own account like this: {@link DeleteAccount} asks for the password.
 */
public final class DeleteUser {

    /** What came of it. */
    public sealed interface Result {
        record Deleted() implements Result {}

        record Denied(Denial why) implements Result {}
    }

    private final Administration administration;

    public DeleteUser(Administration administration) {
        this.administration = administration;
    }

    public Result delete(Caller caller, UserId id, Condition condition, Origin origin) {
        Request request = new Request(caller, Permission.USERS_DELETE, id, condition, origin);
        return switch (administration.change(request, DeleteUser::deleted)) {
            case Outcome.Done _ -> new Result.Deleted();
            case Outcome.Denied(Denial why) -> new Result.Denied(why);
        };
    }

    private static Decision deleted(Situation situation) {
        User user = situation.subject();
        if (situation.actor().is(user.id())) {
            return new Decision.Deny(new Denial.Forbidden());
        }
        return user.status() == UserStatus.DELETED
                ? new Decision.Keep()
                : new Decision.Write(user.deleted(situation.now()), AuditType.ACCOUNT_DELETED, Map.of());
    }
}
