package dev.sallyport.adapters.rest.token;

import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.token.EndOtherSessions;
import dev.sallyport.application.token.EndSession;
import dev.sallyport.application.token.ListSessions;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.token.SessionId;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Where I am signed in. */
@Controller("/api/v1/users/me/sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class MySessionsController {

    private final ListSessions listSessions;
    private final EndSession endSession;
    private final EndOtherSessions endOtherSessions;

    MySessionsController(ListSessions listSessions, EndSession endSession, EndOtherSessions endOtherSessions) {
        this.listSessions = listSessions;
        this.endSession = endSession;
        this.endOtherSessions = endOtherSessions;
    }

    @Get
    SessionList list(Caller caller) {
        return switch (listSessions.list(caller)) {
            case ListSessions.Result.Listed(var sessions) -> SessionList.of(sessions, caller);
            case ListSessions.Result.SignedOut() -> throw ProblemException.of(ProblemCode.TOKEN_INVALID);
            case ListSessions.Result.Forbidden() -> throw ProblemException.of(ProblemCode.FORBIDDEN);
        };
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, Caller caller, Origin origin) {
        SessionId session = SessionId.parse(id).orElseThrow(() -> ProblemException.of(ProblemCode.SESSION_NOT_FOUND));
        switch (endSession.end(caller, session, origin)) {
            case EndSession.Result.Ended() -> {}
            case EndSession.Result.NotFound() -> throw ProblemException.of(ProblemCode.SESSION_NOT_FOUND);
            case EndSession.Result.SignedOut() -> throw ProblemException.of(ProblemCode.TOKEN_INVALID);
            case EndSession.Result.Forbidden() -> throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
    }

    @Post("/revoke-others")
    @Status(HttpStatus.NO_CONTENT)
    void endOthers(Caller.InSession caller, Origin origin) {
        switch (endOtherSessions.end(caller, origin)) {
            case EndOtherSessions.Result.Ended() -> {}
            case EndOtherSessions.Result.SignedOut() -> throw ProblemException.of(ProblemCode.TOKEN_INVALID);
            case EndOtherSessions.Result.Forbidden() -> throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
    }
}
