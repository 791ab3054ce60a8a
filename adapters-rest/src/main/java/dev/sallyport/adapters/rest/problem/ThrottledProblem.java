package dev.sallyport.adapters.rest.problem;

import dev.sallyport.application.throttle.Throttle.Refusal;
import io.micronaut.http.HttpHeaders;

/** Answers a refused attempt with when to come back (RFC 9110, 10.2.3; draft-ietf-httpapi-ratelimit-headers-10). */
public final class ThrottledProblem {

    private ThrottledProblem() {}

    public static ProblemException of(Refusal refusal) {
        long seconds = Math.max(1, Math.ceilDiv(refusal.retryAfter().toMillis(), 1000));
        String policy = "\"attempts\";q=" + refusal.limit().attempts() + ";w="
                + refusal.limit().window().toSeconds();
        return ProblemException.of(
                ProblemCode.THROTTLED,
                response -> response.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                        .header("RateLimit-Policy", policy)
                        .header("RateLimit", "\"attempts\";r=0;t=" + seconds));
    }
}
