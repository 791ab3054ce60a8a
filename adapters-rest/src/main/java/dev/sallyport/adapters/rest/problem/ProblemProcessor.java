package dev.sallyport.adapters.rest.problem;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/** Turns every failure that the framework answers by itself into a problem of the catalogue, by its status alone. */
@Primary
@Singleton
final class ProblemProcessor implements ErrorResponseProcessor<Problem> {

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> base) {
        HttpRequest<?> request = context.getRequest();
        MutableHttpResponse<Problem> problem = Problems.answer(request, codeFor(base.status()), List.of());
        base.getHeaders().forEachValue((name, value) -> {
            if (!problem.getHeaders().contains(name)) {
                problem.header(name, value);
            }
        });
        return problem;
    }

    private static ProblemCode codeFor(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> ProblemCode.TOKEN_MISSING;
            case FORBIDDEN -> ProblemCode.FORBIDDEN;
            case NOT_FOUND -> ProblemCode.NOT_FOUND;
            case METHOD_NOT_ALLOWED -> ProblemCode.METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> ProblemCode.NOT_ACCEPTABLE;
            case REQUEST_ENTITY_TOO_LARGE -> ProblemCode.TOO_LARGE;
            case UNSUPPORTED_MEDIA_TYPE -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            case UNPROCESSABLE_ENTITY -> ProblemCode.REQUEST_INVALID;
            case SERVICE_UNAVAILABLE -> ProblemCode.SERVER_BUSY;
            default -> status.getCode() < 500 ? ProblemCode.REQUEST_MALFORMED : ProblemCode.SERVER_ERROR;
        };
    }
}
