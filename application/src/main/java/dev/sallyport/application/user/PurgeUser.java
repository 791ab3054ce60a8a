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
 * Removes a deleted account for good before its time is over, in the order of {@link PurgeAccount}. If it dies over it, {@link PurgeDeleted}
 * does the rest.
 */
public final class PurgeUser {

    /** What came of it. */
    public sealed interface Result {
        record Purged() implements Result {}

        /** Only what is deleted can be purged, so that nobody loses an account by one mistaken request. */
        record NotDeleted() implements Result {}

        record Denied(Denial why) implements Result {}
    }

    private final Administration administration;
    private final PurgeAccount purgeAccount;

    public PurgeUser(Administration administration, PurgeAccount purgeAccount) {
        this.administration = administration;
        this.purgeAccount = purgeAccount;
    }

    public Result purge(Caller caller, UserId id, Condition condition, Origin origin) {
        Request request = new Request(caller, Permission.USERS_DELETE, id, condition, origin);
        return switch (administration.change(request, PurgeUser::purged)) {
            case Outcome.Done(User user, boolean written) -> written ? finished(user) : new Result.NotDeleted();
            case Outcome.Denied(Denial why) -> new Result.Denied(why);
        };
    }

    /** What somebody else purges already is not there any more. */
    private static Decision purged(Situation situation) {
        User user = situation.subject();
        if (user.status() != UserStatus.DELETED) {
            return new Decision.Keep();
        }
        return user.isBeingPurged()
                ? new Decision.Deny(new Denial.NotFound())
                : new Decision.Write(user.beingPurged(situation.now()), AuditType.USER_PURGED, Map.of());
    }

    private Result finished(User beingPurged) {
        purgeAccount.finish(beingPurged);
        return new Result.Purged();
    }
}
