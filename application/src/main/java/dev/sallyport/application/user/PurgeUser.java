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
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import java.util.Map;

/** Removes a deleted account for good before its time is over. */
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
    private final Audit audit;

    public PurgeUser(Administration administration, PurgeAccount purgeAccount, Audit audit) {
        this.administration = administration;
        this.purgeAccount = purgeAccount;
        this.audit = audit;
    }

    public Result purge(Caller caller, UserId id, Condition condition, Origin origin) {
        Request request = new Request(caller, Permission.USERS_DELETE, id, condition, origin);
        return switch (administration.look(request)) {
            case View.Hidden(Denial why) -> new Result.Denied(why);
            case View.Seen(var situation) -> purge(situation.subject(), request);
        };
    }

    private Result purge(User user, Request request) {
        if (user.status() != UserStatus.DELETED) {
            return new Result.NotDeleted();
        }
        audit.record(AuditType.USER_PURGED, request.caller(), user.id(), request.origin(), Map.of());
        return purgeAccount.purge(user) ? new Result.Purged() : new Result.Denied(new Denial.Stale());
    }
}
