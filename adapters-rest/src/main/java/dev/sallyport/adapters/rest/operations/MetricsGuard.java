package dev.sallyport.adapters.rest.operations;

import dev.sallyport.adapters.rest.http.Peer;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.Problems;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps metrics for operators: whoever shows the operator's token, or, while none is configured, whoever asks from this machine
 * without a proxy in between. To everybody else there is nothing at that path.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(100)
final class MetricsGuard {

    private static final String PATH = "/prometheus";
    private static final String SCHEME = "Bearer ";
    private static final Set<String> TRACES_OF_A_PROXY =
            Set.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via");

    private final MetricsAccess access;

    MetricsGuard(MetricsAccess access) {
        this.access = access;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> guard(HttpRequest<?> request) {
        if (!isMetrics(request)) {
            return null;
        }
        boolean allowed = access.token().map(token -> shows(request, token)).orElseGet(() -> isLocal(request));
        return allowed ? null : Problems.answer(request, ProblemCode.NOT_FOUND, List.of());
    }

    /** By the route, as the router found it: it reads a path more leniently than a pattern does, with a slash behind it for one. */
    private static boolean isMetrics(HttpRequest<?> request) {
        return request.getPath().startsWith(PATH)
                || BasicHttpAttributes.getUriTemplate(request)
                        .filter(PATH::equals)
                        .isPresent();
    }

    private static boolean shows(HttpRequest<?> request, String token) {
        String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        return header != null
                && MessageDigest.isEqual(
                        header.getBytes(StandardCharsets.UTF_8), (SCHEME + token).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isLocal(HttpRequest<?> request) {
        return Peer.isLoopback(request) && TRACES_OF_A_PROXY.stream().noneMatch(request.getHeaders()::contains);
    }
}
