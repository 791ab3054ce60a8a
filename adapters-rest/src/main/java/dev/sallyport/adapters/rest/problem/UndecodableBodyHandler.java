package dev.sallyport.adapters.rest.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;
import java.util.List;

/** A body that is not in the content coding it is said to be in. */
@Singleton
final class UndecodableBodyHandler implements ExceptionHandler<DecompressionException, HttpResponse<?>> {

    @Override
    @SuppressWarnings("rawtypes") // the interface's own signature
    public HttpResponse<?> handle(HttpRequest request, DecompressionException undecodable) {
        return Problems.answer(request, ProblemCode.UNSUPPORTED_MEDIA_TYPE, List.of());
    }
}
