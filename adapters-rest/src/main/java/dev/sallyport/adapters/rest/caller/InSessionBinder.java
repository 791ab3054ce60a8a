package dev.sallyport.adapters.rest.caller;

import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.application.token.Caller;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;

/** Hands a controller the caller of a route that is for people only: no API key, whatever it may do, gets there. */
@Singleton
final class InSessionBinder implements TypedRequestArgumentBinder<Caller.InSession> {

    @Override
    public Argument<Caller.InSession> argumentType() {
        return Argument.of(Caller.InSession.class);
    }

    @Override
    public BindingResult<Caller.InSession> bind(
            ArgumentConversionContext<Caller.InSession> context, HttpRequest<?> request) {
        return () -> CallerBinder.caller(request).map(InSessionBinder::inSession);
    }

    private static Caller.InSession inSession(Caller caller) {
        return switch (caller) {
            case Caller.InSession inSession -> inSession;
            case Caller.WithKey _ -> throw ProblemException.of(ProblemCode.FORBIDDEN);
        };
    }
}
