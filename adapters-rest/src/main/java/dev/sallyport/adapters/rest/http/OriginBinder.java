package dev.sallyport.adapters.rest.http;

import dev.sallyport.domain.Origin;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands a controller where the request came from. */
@Singleton
final class OriginBinder implements TypedRequestArgumentBinder<Origin> {

    @Override
    public Argument<Origin> argumentType() {
        return Argument.of(Origin.class);
    }

    @Override
    public BindingResult<Origin> bind(ArgumentConversionContext<Origin> context, HttpRequest<?> request) {
        Origin origin = Peer.origin(request);
        return () -> Optional.of(origin);
    }
}
