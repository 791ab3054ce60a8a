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
import dev.sallyport.domain.throttle.AttemptKey;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import java.util.Map;

/** Forgets the wrong passwords that were counted against an account, not one's own: a stolen token must not buy more guesses. */
public final class UnlockUser {

    /** What came of it. */
    public sealed interface Result {
        record Unlocked(User user) implements Result {}

        record Denied(Denial why) implements Result {}
    }

    private final Administration administration;
    private final AttemptLimiter attempts;
    private final Audit audit;

    public UnlockUser(Administration administration, AttemptLimiter attempts, Audit audit) {
        this.administration = administration;
        this.attempts = attempts;
        this.audit = audit;
    }

    public Result unlock(Caller caller, UserId id, Condition condition, Origin origin) {
        Request request = new Request(caller, Permission.USERS_UPDATE, id, condition, origin);
        return switch (administration.look(request)) {
            case View.Hidden(Denial why) -> new Result.Denied(why);
            case View.Seen(var situation) -> unlock(situation.subject(), request);
        };
    }

    private Result unlock(User user, Request request) {
        if (user.id().equals(request.caller().account())) {
            return new Result.Denied(new Denial.Forbidden());
        }
        if (user.status() == UserStatus.DELETED) {
            return new Result.Denied(new Denial.Deleted());
        }
        attempts.forget(AttemptKey.passwordCheck(user.id()));
        audit.record(AuditType.USER_UNLOCKED, request.caller(), user.id(), request.origin(), Map.of());
        return new Result.Unlocked(user);
    }
}
