package dev.sallyport.adapters.rest.problem;

import dev.sallyport.adapters.rest.http.RequestId;
import dev.sallyport.adapters.rest.http.SecurityHeadersFilter;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;

/** Makes the answer for a problem. */
public final class Problems {

    private Problems() {}

    public static MutableHttpResponse<Problem> answer(HttpRequest<?> request, ProblemException problem) {
        MutableHttpResponse<Problem> response = answer(request, problem.code(), problem.errors());
        problem.headers().accept(response);
        return response;
    }

    public static MutableHttpResponse<Problem> answer(
            HttpRequest<?> request, ProblemCode code, List<FieldError> errors) {
        MutableHttpResponse<Problem> response = HttpResponse.<Problem>status(code.status())
                .body(new Problem(
                        code.type(),
                        code.title(),
                        code.status().getCode(),
                        code.code(),
                        code.detail(),
                        request.getPath(),
                        RequestId.of(request),
                        errors))
                .contentType(Problem.MEDIA_TYPE);
        response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        response.header(RequestId.HEADER, RequestId.of(request));
        SecurityHeadersFilter.apply(request, response);
        challenge(code, response);
        return response;
    }

    /** RFC 9110, 11.6.1: every 401 says how to authenticate; RFC 6750, 3.1: and what was wrong with a token that was there. */
    private static void challenge(ProblemCode code, MutableHttpResponse<?> response) {
        switch (code) {
            case TOKEN_INVALID, TOKEN_EXPIRED ->
                response.header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer realm=\"sallyport\", error=\"invalid_token\", error_description=\"" + code.title()
                                + "\"");
            case TOKEN_MISSING, INVALID_CREDENTIALS, REFRESH_INVALID ->
                response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"sallyport\"");
            default -> {}
        }
    }
}
