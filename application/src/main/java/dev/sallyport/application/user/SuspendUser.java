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
import dev.sallyport.domain.user.Suspension;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps an account out, for a while or until somebody lets it in again. Its sessions end at once, and its API keys are refused. */
public final class SuspendUser {

    /** What came of it. */
    public sealed interface Result {
        record Suspended(User user) implements Result {}

        record ReasonInvalid() implements Result {}

        record EndInvalid() implements Result {}

        record Denied(Denial why) implements Result {}
    }

    private final Administration administration;

    public SuspendUser(Administration administration) {
        this.administration = administration;
    }

    /** Takes why, and until when unless for good. */
    public Result suspend(
            Caller caller, UserId id, String reason, @Nullable Instant until, Condition condition, Origin origin) {
        if (!Suspension.isReason(reason)) {
            return new Result.ReasonInvalid();
        }
        Request request = new Request(caller, Permission.USERS_UPDATE, id, condition, origin);
        Suspension suspension = new Suspension(reason, until);
        return switch (administration.change(
                request, Administration.unlessDeleted(situation -> suspended(situation, suspension)))) {
            case Outcome.Done(User user, boolean written) ->
                written ? new Result.Suspended(user) : new Result.EndInvalid();
            case Outcome.Denied(Denial why) -> new Result.Denied(why);
        };
    }

    /** One that would be over before it began is not written. */
    private static Decision suspended(Situation situation, Suspension suspension) {
        if (suspension.isOver(situation.now())) {
            return new Decision.Keep();
        }
        Map<String, String> details = suspension.until() == null
                ? Map.of()
                : Map.of("until", suspension.until().toString());
        return new Decision.Write(
                situation.subject().suspended(suspension, situation.now()), AuditType.USER_SUSPENDED, details);
    }
}
