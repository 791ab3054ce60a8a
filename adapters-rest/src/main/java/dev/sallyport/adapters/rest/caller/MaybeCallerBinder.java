package dev.sallyport.adapters.rest.caller;

import dev.sallyport.application.token.Caller;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
final class MaybeCallerBinder implements TypedRequestArgumentBinder<MaybeCaller> {

    @Override
    public Argument<MaybeCaller> argumentType() {
        return Argument.of(MaybeCaller.class);
    }

    @Override
    public BindingResult<MaybeCaller> bind(ArgumentConversionContext<MaybeCaller> context, HttpRequest<?> request) {
        Optional<Caller> caller = CallerBinder.caller(request);
        if (caller.isEmpty() && Unrecognised.showsSomething(request)) {
            throw Unrecognised.why(request);
        }
        return () -> Optional.of(new MaybeCaller(caller));
    }
}
