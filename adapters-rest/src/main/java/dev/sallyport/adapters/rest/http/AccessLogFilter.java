package dev.sallyport.adapters.rest.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.security.Principal;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One log line and one timing per request. Logged are the route as it is declared and not the path as it was sent, because a path
 * may hold anything; never a header, a query or a body.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AccessLogFilter implements Ordered {

    private static final Logger LOG = LoggerFactory.getLogger("dev.sallyport.access");
    private static final String STARTED = "dev.sallyport.started";
    private static final String NO_ROUTE = "none";

    private final MeterRegistry meters;

    AccessLogFilter(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @RequestFilter
    void begin(HttpRequest<?> request) {
        request.setAttribute(STARTED, System.nanoTime());
        RequestId.of(request);
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        String route = BasicHttpAttributes.getUriTemplate(request).orElse(NO_ROUTE);
        Duration took = Duration.ofNanos(
                System.nanoTime() - request.getAttribute(STARTED, Long.class).orElseGet(System::nanoTime));
        response.getHeaders().set(RequestId.HEADER, RequestId.of(request));
        log(request, response, route, took);
        measure(request, response, route, took);
    }

    private static void log(HttpRequest<?> request, MutableHttpResponse<?> response, String route, Duration took) {
        LOG.atInfo()
                .addKeyValue("request_id", RequestId.of(request))
                .addKeyValue("method", request.getMethodName())
                .addKeyValue("route", route)
                .addKeyValue("status", response.code())
                .addKeyValue("duration_ms", took.toMillis())
                .addKeyValue("client", Peer.address(request).text())
                .addKeyValue(
                        "user",
                        request.getUserPrincipal().map(Principal::getName).orElse("-"))
                .log("request");
    }

    private void measure(HttpRequest<?> request, MutableHttpResponse<?> response, String route, Duration took) {
        if (route.startsWith("/api/")) {
            Timer.builder("auth.operation.duration")
                    .description("How long requests to the API took")
                    .tag("method", request.getMethod().name())
                    .tag("route", route)
                    .tag("status", response.code() / 100 + "xx")
                    .publishPercentileHistogram(false)
                    .register(meters)
                    .record(took);
        }
    }
}
