package dev.sallyport.adapters.rest.token;

import dev.sallyport.adapters.rest.problem.DenialProblem;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.token.ListUserSessions;
import dev.sallyport.application.user.EndUserSessions;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.user.UserId;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Where somebody else is signed in. */
@Controller("/api/v1/users/{id}/sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class UserSessionsController {

    private final ListUserSessions listUserSessions;
    private final EndUserSessions endUserSessions;

    UserSessionsController(ListUserSessions listUserSessions, EndUserSessions endUserSessions) {
        this.listUserSessions = listUserSessions;
        this.endUserSessions = endUserSessions;
    }

    @Get
    SessionList list(@PathVariable UserId id, Caller caller) {
        return switch (listUserSessions.list(caller, id)) {
            case ListUserSessions.Result.Listed(var sessions) -> SessionList.of(sessions, caller);
            case ListUserSessions.Result.Denied(var why) -> throw DenialProblem.of(why, ProblemCode.USER_NOT_FOUND);
        };
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    void endAll(@PathVariable UserId id, Caller caller, Origin origin) {
        switch (endUserSessions.end(caller, id, origin)) {
            case EndUserSessions.Result.Ended() -> {}
            case EndUserSessions.Result.Denied(var why) -> throw DenialProblem.of(why, ProblemCode.USER_NOT_FOUND);
        }
    }
}
