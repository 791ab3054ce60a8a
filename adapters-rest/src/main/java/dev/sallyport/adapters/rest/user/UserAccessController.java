package dev.sallyport.adapters.rest.user;

import dev.sallyport.adapters.rest.json.WireTime;
import dev.sallyport.adapters.rest.problem.DenialProblem;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.application.Condition;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.ActivateUser;
import dev.sallyport.application.user.SuspendUser;
import dev.sallyport.application.user.UnlockUser;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.user.Suspension;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeping somebody out, and letting them in again. */
@Controller("/api/v1/users/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class UserAccessController {

    private static final SuspensionBody NOTHING_SAID = new SuspensionBody(null, null);

    private final SuspendUser suspendUser;
    private final ActivateUser activateUser;
    private final UnlockUser unlockUser;
    private final AccountAnswers answers;

    UserAccessController(
            SuspendUser suspendUser, ActivateUser activateUser, UnlockUser unlockUser, AccountAnswers answers) {
        this.suspendUser = suspendUser;
        this.activateUser = activateUser;
        this.unlockUser = unlockUser;
        this.answers = answers;
    }

    @Post("/suspend")
    HttpResponse<AccountView> suspend(
            @PathVariable UserId id,
            @Body @Nullable SuspensionBody body,
            Caller caller,
            Condition condition,
            Origin origin) {
        SuspensionBody said = Objects.requireNonNullElse(body, NOTHING_SAID);
        String reason = Objects.requireNonNullElse(said.reason(), Suspension.NO_REASON);
        return switch (suspendUser.suspend(caller, id, reason, end(said), condition, origin)) {
            case SuspendUser.Result.Suspended(User user) -> answers.ok(user);
            case SuspendUser.Result.ReasonInvalid() -> throw ProblemException.invalid("reason");
            case SuspendUser.Result.EndInvalid() -> throw ProblemException.invalid("until");
            case SuspendUser.Result.Denied(var why) -> throw DenialProblem.of(why, ProblemCode.USER_NOT_FOUND);
        };
    }

    private static @Nullable Instant end(SuspensionBody body) {
        return body.until() == null
                ? null
                : WireTime.parse(body.until()).orElseThrow(() -> ProblemException.invalid("until"));
    }

    @Post("/activate")
    HttpResponse<AccountView> activate(@PathVariable UserId id, Caller caller, Condition condition, Origin origin) {
        return switch (activateUser.activate(caller, id, condition, origin)) {
            case ActivateUser.Result.Activated(User user) -> answers.ok(user);
            case ActivateUser.Result.Denied(var why) -> throw DenialProblem.of(why, ProblemCode.USER_NOT_FOUND);
        };
    }

    @Post("/unlock")
    HttpResponse<AccountView> unlock(@PathVariable UserId id, Caller caller, Condition condition, Origin origin) {
        return switch (unlockUser.unlock(caller, id, condition, origin)) {
            case UnlockUser.Result.Unlocked(User user) -> answers.ok(user);
            case UnlockUser.Result.Denied(var why) -> throw DenialProblem.of(why, ProblemCode.USER_NOT_FOUND);
        };
    }
}
