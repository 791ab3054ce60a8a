package dev.sallyport.adapters.rest.caller;

import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.token.VerifyAccess;
import dev.sallyport.domain.token.AccessClaims;
import dev.sallyport.domain.token.AccessToken;
import dev.sallyport.domain.token.AccessTokens;
import dev.sallyport.domain.token.AccessTokens.Verification;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Asks {@link VerifyAccess} about every Bearer token, on a virtual thread, because a store is asked. A token that is no good leaves
 * the request without a caller and notes why; only a route that needs one turns it away.
 *
 * <p>A route that takes the token's {@link AccessClaims} instead of a {@link Caller} gets those of a genuine token and nobody asks
 * whether the session lives: its use case is told by what it does.
 */
@Singleton
final class AccessTokenValidator implements TokenValidator<HttpRequest<?>> {

    private static final int FIRST = -1000;

    private final VerifyAccess verifyAccess;
    private final AccessTokens tokens;
    private final Scheduler blocking;

    AccessTokenValidator(
            VerifyAccess verifyAccess, AccessTokens tokens, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.verifyAccess = verifyAccess;
        this.tokens = tokens;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public int getOrder() {
        return FIRST;
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        AccessToken shown = new AccessToken(token);
        return Mono.defer(() -> AccessClaimsBinder.isWantedBy(request) ? read(shown, request) : verify(shown, request))
                .subscribeOn(blocking);
    }

    private Mono<Authentication> verify(AccessToken token, @Nullable HttpRequest<?> request) {
        return switch (verifyAccess.verify(token)) {
            case VerifyAccess.Result.Granted(Caller caller) -> Mono.just(new CallerAuthentication(caller));
            case VerifyAccess.Result.Expired() -> refused(request, ProblemCode.TOKEN_EXPIRED);
            case VerifyAccess.Result.Refused() -> refused(request, ProblemCode.TOKEN_INVALID);
        };
    }

    private Mono<Authentication> read(AccessToken token, @Nullable HttpRequest<?> request) {
        return switch (tokens.verify(token)) {
            case Verification.Valid(AccessClaims claims) -> Mono.just(new ClaimsAuthentication(claims));
            case Verification.Expired() -> refused(request, ProblemCode.TOKEN_EXPIRED);
            case Verification.Invalid() -> refused(request, ProblemCode.TOKEN_INVALID);
        };
    }

    private static Mono<Authentication> refused(@Nullable HttpRequest<?> request, ProblemCode why) {
        if (request != null) {
            Unrecognised.note(request, ProblemException.of(why));
        }
        return Mono.empty();
    }
}
