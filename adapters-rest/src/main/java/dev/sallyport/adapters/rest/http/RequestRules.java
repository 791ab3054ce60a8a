package dev.sallyport.adapters.rest.http;

import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.Problems;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpVersion;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns away what a proxy before us could read in another way than we do, and bodies that are not plainly JSON, before anything is
 * decoded: a body that is said to be something else must not be read as JSON, which also keeps simple cross-site forms out.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RequestRules implements Ordered {

    private static final Pattern JSON =
            Pattern.compile("application/json(\\s*;\\s*charset\\s*=\\s*\"?utf-8\"?)?", Pattern.CASE_INSENSITIVE);

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 2;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        if (isAmbiguous(request)) {
            return Problems.answer(request, ProblemCode.REQUEST_MALFORMED, List.of());
        }
        if (hasBody(request) && (isEncoded(request) || isNotJson(request))) {
            return Problems.answer(request, ProblemCode.UNSUPPORTED_MEDIA_TYPE, List.of());
        }
        return null;
    }

    /** RFC 9112, 3.2 and 6.1: a host that is missing, one credential too many, a transfer coding we do not undo. */
    private static boolean isAmbiguous(HttpRequest<?> request) {
        boolean hostMissing = request.getHttpVersion() == HttpVersion.HTTP_1_1
                && request.getHeaders().getAll(HttpHeaders.HOST).size() != 1;
        return hostMissing
                || credentials(request) > 1
                || request.getHeaders().getAll(HttpHeaders.TRANSFER_ENCODING).stream()
                        .anyMatch(coding -> !coding.strip().equalsIgnoreCase("chunked"));
    }

    private static int credentials(HttpRequest<?> request) {
        return request.getHeaders().getAll(HttpHeaders.AUTHORIZATION).size()
                + request.getHeaders().getAll(ApiKeyHeader.NAME).size();
    }

    private static boolean hasBody(HttpRequest<?> request) {
        return request.getHeaders().contains(HttpHeaders.TRANSFER_ENCODING) || request.getContentLength() > 0;
    }

    /** RFC 9110, 8.4: what the server can undo it has undone, header and all; what is left nobody can. */
    private static boolean isEncoded(HttpRequest<?> request) {
        return request.getHeaders().getAll(HttpHeaders.CONTENT_ENCODING).stream()
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .anyMatch(coding -> !coding.equals("identity"));
    }

    private static boolean isNotJson(HttpRequest<?> request) {
        List<String> types = request.getHeaders().getAll(HttpHeaders.CONTENT_TYPE);
        return types.size() != 1 || !JSON.matcher(types.getFirst().strip()).matches();
    }
}
