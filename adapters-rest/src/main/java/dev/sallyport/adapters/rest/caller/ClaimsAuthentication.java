package dev.sallyport.adapters.rest.caller;

import dev.sallyport.domain.token.AccessClaims;
import io.micronaut.security.authentication.Authentication;
import java.util.Map;

/** What a genuine access token says, as Micronaut Security carries it. Whether its session lives nobody has asked. */
final class ClaimsAuthentication implements Authentication {

    private static final long serialVersionUID = 1L;

    private final transient AccessClaims claims;

    ClaimsAuthentication(AccessClaims claims) {
        this.claims = claims;
    }

    AccessClaims claims() {
        return claims;
    }

    @Override
    public String getName() {
        return claims.user().toString();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }
}
