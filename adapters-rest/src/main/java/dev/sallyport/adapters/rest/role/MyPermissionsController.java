package dev.sallyport.adapters.rest.role;

import dev.sallyport.adapters.rest.caller.MaybeCaller;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.application.role.ShowPermissions;
import dev.sallyport.domain.role.Role;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** What I may do, signed in or not. */
@Controller("/api/v1/users/me/permissions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
final class MyPermissionsController {

    private final ShowPermissions showPermissions;

    MyPermissionsController(ShowPermissions showPermissions) {
        this.showPermissions = showPermissions;
    }

    @Get
    PermissionsView read(MaybeCaller caller) {
        return switch (showPermissions.show(caller.caller())) {
            case ShowPermissions.Result.Shown(Role role) -> PermissionsView.of(role);
            case ShowPermissions.Result.SignedOut() -> throw ProblemException.of(ProblemCode.TOKEN_INVALID);
        };
    }
}
