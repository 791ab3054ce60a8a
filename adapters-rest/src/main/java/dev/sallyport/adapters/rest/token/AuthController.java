package dev.sallyport.adapters.rest.token;

import dev.sallyport.adapters.rest.problem.FieldError;
import dev.sallyport.adapters.rest.problem.InputProblems;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.adapters.rest.problem.ThrottledProblem;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.token.RefreshSession;
import dev.sallyport.application.token.SignIn;
import dev.sallyport.application.token.SignIn.Name;
import dev.sallyport.application.token.SignOut;
import dev.sallyport.application.token.SignOutEverywhere;
import dev.sallyport.application.token.SignedIn;
import dev.sallyport.application.user.AccountForm;
import dev.sallyport.application.user.RegisterAccount;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.token.AccessClaims;
import dev.sallyport.domain.token.RefreshToken;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;

/** Registering, signing in, staying in, signing out. */
@Controller("/api/v1/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuthController {

    private final RegisterAccount registerAccount;
    private final SignIn signIn;
    private final RefreshSession refreshSession;
    private final SignOut signOut;
    private final SignOutEverywhere signOutEverywhere;

    AuthController(
            RegisterAccount registerAccount,
            SignIn signIn,
            RefreshSession refreshSession,
            SignOut signOut,
            SignOutEverywhere signOutEverywhere) {
        this.registerAccount = registerAccount;
        this.signIn = signIn;
        this.refreshSession = refreshSession;
        this.signOut = signOut;
        this.signOutEverywhere = signOutEverywhere;
    }

    @Post("/register")
    @Status(HttpStatus.CREATED)
    @Secured(SecurityRule.IS_ANONYMOUS)
    TokenResponse register(@Body RegisterBody body, Origin origin) {
        var form = new AccountForm(body.email(), new Password(body.password()), body.username(), body.displayName());
        return switch (registerAccount.register(form, origin)) {
            case RegisterAccount.Result.Registered(SignedIn signedIn) -> TokenResponse.of(signedIn);
            case RegisterAccount.Result.Invalid(var problems) -> throw InputProblems.refuse(problems, "password");
            case RegisterAccount.Result.EmailTaken() -> throw ProblemException.of(ProblemCode.EMAIL_TAKEN);
            case RegisterAccount.Result.UsernameTaken() -> throw ProblemException.of(ProblemCode.USERNAME_TAKEN);
            case RegisterAccount.Result.Throttled(var refusal) -> throw ThrottledProblem.of(refusal);
        };
    }

    @Post("/login")
    @Secured(SecurityRule.IS_ANONYMOUS)
    TokenResponse login(@Body LoginBody body, Origin origin) {
        return switch (signIn.signIn(name(body), new Password(body.password()), origin)) {
            case SignIn.Result.Success(SignedIn signedIn) -> TokenResponse.of(signedIn);
            case SignIn.Result.InvalidCredentials() -> throw ProblemException.of(ProblemCode.INVALID_CREDENTIALS);
            case SignIn.Result.Suspended() -> throw ProblemException.of(ProblemCode.ACCOUNT_SUSPENDED);
            case SignIn.Result.Unverified() -> throw ProblemException.of(ProblemCode.ACCOUNT_UNVERIFIED);
            case SignIn.Result.Throttled(var refusal) -> throw ThrottledProblem.of(refusal);
        };
    }

    @Post("/refresh")
    @Secured(SecurityRule.IS_ANONYMOUS)
    TokenResponse refresh(@Body RefreshBody body, Origin origin) {
        return switch (refreshSession.refresh(new RefreshToken(body.refreshToken()), origin)) {
            case RefreshSession.Result.Refreshed(SignedIn signedIn) -> TokenResponse.of(signedIn);
            case RefreshSession.Result.Invalid() -> throw ProblemException.of(ProblemCode.REFRESH_INVALID);
        };
    }

    @Post("/logout")
    @Status(HttpStatus.NO_CONTENT)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    void logout(AccessClaims claims, Origin origin) {
        switch (signOut.signOut(claims, origin)) {
            case SignOut.Result.Ended() -> {}
            case SignOut.Result.SignedOut() -> throw ProblemException.of(ProblemCode.TOKEN_INVALID);
        }
    }

    @Post("/logout-all")
    @Status(HttpStatus.NO_CONTENT)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    void logoutAll(Caller.InSession caller, Origin origin) {
        switch (signOutEverywhere.signOut(caller, origin)) {
            case SignOutEverywhere.Result.Ended() -> {}
            case SignOutEverywhere.Result.SignedOut() -> throw ProblemException.of(ProblemCode.TOKEN_INVALID);
        }
    }

    private static Name name(LoginBody body) {
        if (body.email() != null && body.username() == null) {
            return new Name.ByEmail(body.email());
        }
        if (body.username() != null && body.email() == null) {
            return new Name.ByUsername(body.username());
        }
        String code = body.email() == null ? ProblemCode.FIELD_REQUIRED.code() : ProblemCode.REQUEST_INVALID.code();
        throw ProblemException.invalid(List.of(FieldError.of("email", code)));
    }
}
