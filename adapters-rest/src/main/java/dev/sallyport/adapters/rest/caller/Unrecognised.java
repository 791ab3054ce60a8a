package dev.sallyport.adapters.rest.caller;

import dev.sallyport.adapters.rest.http.ApiKeyHeader;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

/** Why nobody knows who makes a request. It is noted where that is found out; only a route that needs a caller turns it away. */
final class Unrecognised {

    private static final String NOTE = "dev.sallyport.unrecognised";

    private Unrecognised() {}

    static void note(HttpRequest<?> request, ProblemException why) {
        request.setAttribute(NOTE, why);
    }

    /** What to tell a client of which we should know who it is. */
    static ProblemException why(HttpRequest<?> request) {
        return request.getAttribute(NOTE, ProblemException.class)
                .orElseGet(() -> ProblemException.of(
                        showsSomething(request) ? ProblemCode.TOKEN_INVALID : ProblemCode.TOKEN_MISSING));
    }

    /** Whether a token or a key came with the request, or something in its place. */
    static boolean showsSomething(HttpRequest<?> request) {
        return request.getHeaders().contains(HttpHeaders.AUTHORIZATION) || ApiKeyHeader.isIn(request);
    }
}
