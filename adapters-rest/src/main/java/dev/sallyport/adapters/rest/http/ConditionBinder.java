package dev.sallyport.adapters.rest.http;

import dev.sallyport.application.Condition;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands a controller what {@code If-Match} says. */
@Singleton
final class ConditionBinder implements TypedRequestArgumentBinder<Condition> {

    @Override
    public Argument<Condition> argumentType() {
        return Argument.of(Condition.class);
    }

    @Override
    public BindingResult<Condition> bind(ArgumentConversionContext<Condition> context, HttpRequest<?> request) {
        Condition condition = EntityTags.condition(request.getHeaders().getAll(HttpHeaders.IF_MATCH));
        return () -> Optional.of(condition);
    }
}
