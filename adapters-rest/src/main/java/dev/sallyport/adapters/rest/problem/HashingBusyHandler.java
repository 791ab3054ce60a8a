package dev.sallyport.adapters.rest.problem;

import dev.sallyport.domain.password.HashingBusyException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class HashingBusyHandler implements ExceptionHandler<HashingBusyException, HttpResponse<?>> {

    @Override
    @SuppressWarnings("rawtypes") // the interface's own signature
    public HttpResponse<?> handle(HttpRequest request, HashingBusyException busy) {
        long seconds = Math.max(1, Math.ceilDiv(busy.retryAfter().toMillis(), 1000));
        return Problems.answer(request, ProblemCode.SERVER_BUSY, List.of())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
