package dev.sallyport.adapters.rest.caller;

import dev.sallyport.adapters.rest.http.ApiKeyHeader;
import dev.sallyport.adapters.rest.http.Peer;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.adapters.rest.problem.ThrottledProblem;
import dev.sallyport.application.apikey.VerifyApiKey;
import dev.sallyport.application.throttle.Throttle.Refusal;
import dev.sallyport.application.token.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Asks {@link VerifyApiKey} about every API key, on a virtual thread, because stores are asked. Beside the framework's reader of tokens and
 * not one of them, so that a key sent as a Bearer token is no token, nor a token sent as a key a key.
 *
 * <p>A key that is no good leaves the request without a caller and notes why. So does every key on a route that takes an access token's
 * claims: there is a session to end, and a key has none.
 */
@Singleton
final class ApiKeyFetcher implements AuthenticationFetcher<HttpRequest<?>> {

    private final VerifyApiKey verifyApiKey;
    private final Scheduler blocking;

    ApiKeyFetcher(VerifyApiKey verifyApiKey, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.verifyApiKey = verifyApiKey;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        Optional<String> shown = request.getHeaders().findFirst(ApiKeyHeader.NAME);
        if (shown.isEmpty()) {
            return Mono.empty();
        }
        return AccessClaimsBinder.isWantedBy(request)
                ? refused(request, ProblemException.of(ProblemCode.TOKEN_INVALID))
                : Mono.defer(() -> verify(shown.get(), request)).subscribeOn(blocking);
    }

    private Mono<Authentication> verify(String shown, HttpRequest<?> request) {
        return switch (verifyApiKey.verify(shown, Peer.origin(request))) {
            case VerifyApiKey.Result.Granted(Caller.WithKey caller) -> Mono.just(new CallerAuthentication(caller));
            case VerifyApiKey.Result.Expired() -> refused(request, ProblemException.of(ProblemCode.TOKEN_EXPIRED));
            case VerifyApiKey.Result.Refused() -> refused(request, ProblemException.of(ProblemCode.TOKEN_INVALID));
            case VerifyApiKey.Result.Throttled(Refusal refusal) -> refused(request, ThrottledProblem.of(refusal));
        };
    }

    private static Mono<Authentication> refused(HttpRequest<?> request, ProblemException why) {
        Unrecognised.note(request, why);
        return Mono.empty();
    }
}
