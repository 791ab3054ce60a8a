package dev.sallyport.adapters.rest.user;

import dev.sallyport.adapters.rest.problem.DenialProblem;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.application.Condition;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.AssignRole;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Which role somebody has. */
@Controller("/api/v1/users/{id}/role")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class UserRoleController {

    private final AssignRole assignRole;
    private final AccountAnswers answers;

    UserRoleController(AssignRole assignRole, AccountAnswers answers) {
        this.assignRole = assignRole;
        this.answers = answers;
    }

    @Patch
    HttpResponse<AccountView> assign(
            @PathVariable UserId id, @Body RoleChangeBody body, Caller caller, Condition condition, Origin origin) {
        RoleName role = RoleName.parse(body.role()).orElseThrow(() -> ProblemException.invalid("role"));
        return switch (assignRole.assign(caller, id, role, condition, origin)) {
            case AssignRole.Result.Assigned(User user) -> answers.ok(user);
            case AssignRole.Result.RoleNotFound() -> throw ProblemException.invalid("role");
            case AssignRole.Result.Denied(var why) -> throw DenialProblem.of(why, ProblemCode.USER_NOT_FOUND);
        };
    }
}
