package dev.sallyport.adapters.rest.user;

import dev.sallyport.adapters.rest.problem.DenialProblem;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.application.Condition;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.DeleteUser;
import dev.sallyport.application.user.PurgeUser;
import dev.sallyport.application.user.RestoreUser;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Deleting an account, changing one's mind, and having it gone for good. */
@Controller("/api/v1/users/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class UserRemovalController {

    private final DeleteUser deleteUser;
    private final RestoreUser restoreUser;
    private final PurgeUser purgeUser;
    private final AccountAnswers answers;

    UserRemovalController(DeleteUser deleteUser, RestoreUser restoreUser, PurgeUser purgeUser, AccountAnswers answers) {
        this.deleteUser = deleteUser;
        this.restoreUser = restoreUser;
        this.purgeUser = purgeUser;
        this.answers = answers;
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UserId id, Caller caller, Condition condition, Origin origin) {
        switch (deleteUser.delete(caller, id, condition, origin)) {
            case DeleteUser.Result.Deleted() -> {}
            case DeleteUser.Result.Denied(var why) -> throw DenialProblem.of(why, ProblemCode.USER_NOT_FOUND);
        }
    }

    @Post("/restore")
    HttpResponse<AccountView> restore(@PathVariable UserId id, Caller caller, Condition condition, Origin origin) {
        return switch (restoreUser.restore(caller, id, condition, origin)) {
            case RestoreUser.Result.Restored(User user) -> answers.ok(user);
            case RestoreUser.Result.Denied(var why) -> throw DenialProblem.of(why, ProblemCode.USER_NOT_FOUND);
        };
    }

    @Post("/purge")
    @Status(HttpStatus.NO_CONTENT)
    void purge(@PathVariable UserId id, Caller caller, Condition condition, Origin origin) {
        switch (purgeUser.purge(caller, id, condition, origin)) {
            case PurgeUser.Result.Purged() -> {}
            case PurgeUser.Result.NotDeleted() -> throw ProblemException.of(ProblemCode.USER_NOT_DELETED);
            case PurgeUser.Result.Denied(var why) -> throw DenialProblem.of(why, ProblemCode.USER_NOT_FOUND);
        }
    }
}
