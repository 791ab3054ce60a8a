package dev.sallyport.adapters.rest.user;

import dev.sallyport.adapters.rest.problem.InputProblems;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.adapters.rest.problem.ThrottledProblem;
import dev.sallyport.application.password.ChangePassword;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.ChangeProfile;
import dev.sallyport.application.user.DeleteAccount;
import dev.sallyport.application.user.ProfilePatch;
import dev.sallyport.application.user.ReadProfile;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.user.User;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** My own account. */
@Controller("/api/v1/users/me")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class MyAccountController {

    private final ReadProfile readProfile;
    private final ChangeProfile changeProfile;
    private final ChangePassword changePassword;
    private final DeleteAccount deleteAccount;
    private final MetadataJson metadata;

    MyAccountController(
            ReadProfile readProfile,
            ChangeProfile changeProfile,
            ChangePassword changePassword,
            DeleteAccount deleteAccount,
            MetadataJson metadata) {
        this.readProfile = readProfile;
        this.changeProfile = changeProfile;
        this.changePassword = changePassword;
        this.deleteAccount = deleteAccount;
        this.metadata = metadata;
    }

    @Get
    ProfileView read(Caller caller) {
        return switch (readProfile.read(caller)) {
            case ReadProfile.Result.Shown(User user) -> view(user);
            case ReadProfile.Result.SignedOut() -> throw ProblemException.of(ProblemCode.TOKEN_INVALID);
            case ReadProfile.Result.Forbidden() -> throw ProblemException.of(ProblemCode.FORBIDDEN);
        };
    }

    @Patch
    ProfileView change(@Body ProfilePatchBody body, Caller caller, Origin origin) {
        var patch = new ProfilePatch(body.username(), body.displayName(), metadata.text(body.metadata()));
        return switch (changeProfile.change(caller, patch, origin)) {
            case ChangeProfile.Result.Changed(User user) -> view(user);
            case ChangeProfile.Result.Invalid(var problems) -> throw InputProblems.refuse(problems, "password");
            case ChangeProfile.Result.UsernameTaken() -> throw ProblemException.of(ProblemCode.USERNAME_TAKEN);
            case ChangeProfile.Result.SignedOut() -> throw ProblemException.of(ProblemCode.TOKEN_INVALID);
            case ChangeProfile.Result.Forbidden() -> throw ProblemException.of(ProblemCode.FORBIDDEN);
        };
    }

    @Post("/password")
    @Status(HttpStatus.NO_CONTENT)
    void changePassword(@Body PasswordChangeBody body, Caller.InSession caller, Origin origin) {
        Password current = new Password(body.currentPassword());
        switch (changePassword.change(caller, current, new Password(body.newPassword()), origin)) {
            case ChangePassword.Result.Changed() -> {}
            case ChangePassword.Result.WrongPassword() -> throw ProblemException.of(ProblemCode.INVALID_CREDENTIALS);
            case ChangePassword.Result.Invalid(var problems) -> throw InputProblems.refuse(problems, "new_password");
            case ChangePassword.Result.Throttled(var refusal) -> throw ThrottledProblem.of(refusal);
            case ChangePassword.Result.SignedOut() -> throw ProblemException.of(ProblemCode.TOKEN_INVALID);
            case ChangePassword.Result.Forbidden() -> throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    void delete(@Body DeletionBody body, Caller.InSession caller, Origin origin) {
        switch (deleteAccount.delete(caller, new Password(body.password()), origin)) {
            case DeleteAccount.Result.Deleted() -> {}
            case DeleteAccount.Result.WrongPassword() -> throw ProblemException.of(ProblemCode.INVALID_CREDENTIALS);
            case DeleteAccount.Result.Throttled(var refusal) -> throw ThrottledProblem.of(refusal);
            case DeleteAccount.Result.SignedOut() -> throw ProblemException.of(ProblemCode.TOKEN_INVALID);
            case DeleteAccount.Result.LastSuperAdmin() -> throw ProblemException.of(ProblemCode.LAST_SUPER_ADMIN);
            case DeleteAccount.Result.Forbidden() -> throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
    }

    private ProfileView view(User user) {
        return ProfileView.of(user, metadata.read(user.profile().metadata()));
    }
}
