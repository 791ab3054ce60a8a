package dev.sallyport.adapters.rest.caller;

import dev.sallyport.domain.token.AccessClaims;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hands a controller what the genuine access token of a request says. A route takes this or a caller, never both. */
@Singleton
final class AccessClaimsBinder implements TypedRequestArgumentBinder<AccessClaims> {

    @Override
    public Argument<AccessClaims> argumentType() {
        return Argument.of(AccessClaims.class);
    }

    @Override
    public BindingResult<AccessClaims> bind(ArgumentConversionContext<AccessClaims> context, HttpRequest<?> request) {
        return () -> request.getUserPrincipal(ClaimsAuthentication.class).map(ClaimsAuthentication::claims);
    }

    /** Whether the request goes to a route that takes claims. */
    static boolean isWantedBy(@Nullable HttpRequest<?> request) {
        return request != null
                && RouteAttributes.getRouteInfo(request).stream()
                        .flatMap(AccessClaimsBinder::arguments)
                        .anyMatch(argument -> argument.getType() == AccessClaims.class);
    }

    private static Stream<Argument<?>> arguments(RouteInfo<?> route) {
        return route instanceof MethodBasedRouteInfo<?, ?> method
                ? Stream.of(method.getTargetMethod().getArguments())
                : Stream.empty();
    }
}
