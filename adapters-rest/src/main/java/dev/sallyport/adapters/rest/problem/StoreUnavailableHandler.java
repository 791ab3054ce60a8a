package dev.sallyport.adapters.rest.problem;

import dev.sallyport.adapters.rest.http.RequestId;
import dev.sallyport.domain.StoreUnavailableException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

@Singleton
final class StoreUnavailableHandler implements ExceptionHandler<StoreUnavailableException, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(StoreUnavailableHandler.class);
    private static final String SECONDS = "2";

    @Override
    @SuppressWarnings("rawtypes") // the interface's own signature
    public HttpResponse<?> handle(HttpRequest request, StoreUnavailableException outage) {
        // Without a cause the store was not even asked: the breaker has said so once, and each request has its line
        LOG.atLevel(outage.getCause() == null ? Level.DEBUG : Level.ERROR)
                .addKeyValue("request_id", RequestId.of(request))
                .setCause(outage)
                .log("{}", outage.getMessage());
        return Problems.answer(request, ProblemCode.STORE_UNAVAILABLE, List.of())
                .header(HttpHeaders.RETRY_AFTER, SECONDS);
    }
}
