package dev.sallyport.adapters.rest.caller;

import dev.sallyport.application.token.Caller;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands a controller the caller of a route that needs one. */
@Singleton
final class CallerBinder implements TypedRequestArgumentBinder<Caller> {

    @Override
    public Argument<Caller> argumentType() {
        return Argument.of(Caller.class);
    }

    @Override
    public BindingResult<Caller> bind(ArgumentConversionContext<Caller> context, HttpRequest<?> source) {
        return () -> caller(source);
    }

    static Optional<Caller> caller(HttpRequest<?> request) {
        return request.getUserPrincipal(CallerAuthentication.class).map(CallerAuthentication::caller);
    }
}
