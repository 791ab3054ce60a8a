package dev.sallyport.adapters.rest.caller;

import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.Problems;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;

/** Says why a request that needs somebody signed in was turned away. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class AuthorizationProblemHandler implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

    @Override
    @SuppressWarnings("rawtypes") // the interface's own signature
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException refusal) {
        return refusal.isForbidden()
                ? Problems.answer(request, ProblemCode.FORBIDDEN, List.of())
                : Problems.answer(request, Unrecognised.why(request));
    }
}
