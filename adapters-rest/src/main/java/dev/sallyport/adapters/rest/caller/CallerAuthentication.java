package dev.sallyport.adapters.rest.caller;

import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.token.Session;
import io.micronaut.security.authentication.Authentication;
import java.util.Map;

/** Our caller, as Micronaut Security carries it. */
final class CallerAuthentication implements Authentication {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    CallerAuthentication(Caller caller) {
        this.caller = caller;
    }

    Caller caller() {
        return caller;
    }

    @Override
    public String getName() {
        return switch (caller) {
            case Caller.InSession(Session session) -> session.user().toString();
            case Caller.WithKey(ApiKey key) -> "api-key/" + key.id();
        };
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }
}
