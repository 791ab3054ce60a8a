package dev.sallyport.adapters.rest.setup;

import dev.sallyport.adapters.rest.problem.InputProblems;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.adapters.rest.problem.ThrottledProblem;
import dev.sallyport.adapters.rest.token.TokenResponse;
import dev.sallyport.application.setup.SetUp;
import dev.sallyport.application.token.SignedIn;
import dev.sallyport.application.user.AccountForm;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.token.OneTimeSecret;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/**
 * Making the first Super Admin. A token that is no good is a rule broken by the body, 422, and not a failed authentication: nobody is
 * asked to sign in.
 */
@Controller("/api/v1/setup")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
final class SetUpController {

    private final SetUp setUp;

    SetUpController(SetUp setUp) {
        this.setUp = setUp;
    }

    @Post
    @Status(HttpStatus.CREATED)
    TokenResponse setUp(@Body SetUpBody body, Origin origin) {
        var form = new AccountForm(body.email(), new Password(body.password()), body.username(), body.displayName());
        return switch (setUp.setUp(new OneTimeSecret(body.token()), form, origin)) {
            case SetUp.Result.Done(SignedIn signedIn) -> TokenResponse.of(signedIn);
            case SetUp.Result.Invalid(var problems) -> throw InputProblems.refuse(problems, "password");
            case SetUp.Result.NotNeeded() -> throw ProblemException.of(ProblemCode.SETUP_COMPLETED);
            case SetUp.Result.TokenUnknown() -> throw ProblemException.of(ProblemCode.ONE_TIME_TOKEN_INVALID);
            case SetUp.Result.TokenExpired() -> throw ProblemException.of(ProblemCode.ONE_TIME_TOKEN_EXPIRED);
            case SetUp.Result.TokenUsed() -> throw ProblemException.of(ProblemCode.ONE_TIME_TOKEN_USED);
            case SetUp.Result.EmailTaken() -> throw ProblemException.of(ProblemCode.EMAIL_TAKEN);
            case SetUp.Result.UsernameTaken() -> throw ProblemException.of(ProblemCode.USERNAME_TAKEN);
            case SetUp.Result.Throttled(var refusal) -> throw ThrottledProblem.of(refusal);
        };
    }
}
