package dev.sallyport.adapters.rest.user;

import dev.sallyport.adapters.rest.paging.Cursors;
import dev.sallyport.adapters.rest.paging.ListQuery;
import dev.sallyport.adapters.rest.problem.DenialProblem;
import dev.sallyport.adapters.rest.problem.InputProblems;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.application.Condition;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.AccountForm;
import dev.sallyport.application.user.Change;
import dev.sallyport.application.user.CreateUser;
import dev.sallyport.application.user.ListUsers;
import dev.sallyport.application.user.ProfilePatch;
import dev.sallyport.application.user.ReadUser;
import dev.sallyport.application.user.UpdateUser;
import dev.sallyport.application.user.UpdateUser.StatusChange;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Everybody's accounts. */
@Controller("/api/v1/users")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class UsersController {

    private final ListUsers listUsers;
    private final CreateUser createUser;
    private final ReadUser readUser;
    private final UpdateUser updateUser;
    private final Cursors cursors;
    private final MetadataJson metadata;
    private final AccountAnswers answers;

    UsersController(
            ListUsers listUsers,
            CreateUser createUser,
            ReadUser readUser,
            UpdateUser updateUser,
            Cursors cursors,
            MetadataJson metadata,
            AccountAnswers answers) {
        this.listUsers = listUsers;
        this.createUser = createUser;
        this.readUser = readUser;
        this.updateUser = updateUser;
        this.cursors = cursors;
        this.metadata = metadata;
        this.answers = answers;
    }

    @Get
    UserList list(HttpRequest<?> request, Caller caller) {
        ListQuery query = UserListQuery.of(request);
        Optional<UserId> below = query.after(cursors).map(UserId::new);
        return switch (listUsers.list(
                caller, UserListQuery.filter(query), below, query.limit(), UserListQuery.isCounted(query))) {
            case ListUsers.Result.Listed(var users, var next, var total) -> page(query, users, next, total);
            case ListUsers.Result.Denied(var why) -> throw DenialProblem.of(why, ProblemCode.USER_NOT_FOUND);
        };
    }

    private UserList page(ListQuery query, List<User> users, Optional<UserId> next, OptionalLong total) {
        return new UserList(
                users.stream().map(answers::view).toList(),
                query.next(cursors, next.map(UserId::value)),
                total.isPresent() ? total.getAsLong() : null);
    }

    @Post
    HttpResponse<AccountView> create(@Body NewUserBody body, Caller caller, Origin origin) {
        var form = new AccountForm(body.email(), new Password(body.password()), body.username(), body.displayName());
        boolean emailVerified = Boolean.TRUE.equals(body.emailVerified());
        return switch (createUser.create(caller, form, role(body), emailVerified, origin)) {
            case CreateUser.Result.Created(User user) -> answers.created(user);
            case CreateUser.Result.Invalid(var problems) -> throw InputProblems.refuse(problems, "password");
            case CreateUser.Result.EmailTaken() -> throw ProblemException.of(ProblemCode.EMAIL_TAKEN);
            case CreateUser.Result.UsernameTaken() -> throw ProblemException.of(ProblemCode.USERNAME_TAKEN);
            case CreateUser.Result.RoleNotFound() -> throw ProblemException.invalid("role");
            case CreateUser.Result.Denied(var why) -> throw DenialProblem.of(why, ProblemCode.USER_NOT_FOUND);
        };
    }

    private static RoleName role(NewUserBody body) {
        return body.role() == null
                ? RoleName.USER
                : RoleName.parse(body.role()).orElseThrow(() -> ProblemException.invalid("role"));
    }

    @Get("/{id}")
    HttpResponse<AccountView> read(@PathVariable UserId id, Caller caller) {
        return switch (readUser.read(caller, id)) {
            case ReadUser.Result.Shown(User user) -> answers.ok(user);
            case ReadUser.Result.Denied(var why) -> throw DenialProblem.of(why, ProblemCode.USER_NOT_FOUND);
        };
    }

    @Patch("/{id}")
    HttpResponse<AccountView> update(
            @PathVariable UserId id, @Body UserPatchBody body, Caller caller, Condition condition, Origin origin) {
        var patch = new ProfilePatch(body.username(), body.displayName(), metadata.text(body.metadata()));
        return switch (updateUser.update(caller, id, patch, status(body.status()), condition, origin)) {
            case UpdateUser.Result.Updated(User user) -> answers.ok(user);
            case UpdateUser.Result.Invalid(var problems) -> throw InputProblems.refuse(problems, "password");
            case UpdateUser.Result.Denied(var why) -> throw DenialProblem.of(why, ProblemCode.USER_NOT_FOUND);
        };
    }

    private static StatusChange status(Change<String> change) {
        return switch (change) {
            case Change.Keep<String>() -> StatusChange.KEEP;
            case Change.To<String>(var status) when "active".equals(status) -> StatusChange.ACTIVATE;
            case Change.To<String>(var status) when "suspended".equals(status) -> StatusChange.SUSPEND;
            case Change.To<String> _ -> throw ProblemException.invalid("status");
        };
    }
}
