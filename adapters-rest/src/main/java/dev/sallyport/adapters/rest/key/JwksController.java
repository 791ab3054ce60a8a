package dev.sallyport.adapters.rest.key;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** The keys other services verify our access tokens with. Asks no store, so it answers while one is away. */
@Controller("/.well-known/jwks.json")
@Secured(SecurityRule.IS_ANONYMOUS)
final class JwksController {

    private final PublicKeys keys;

    JwksController(PublicKeys keys) {
        this.keys = keys;
    }

    @Get
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<String> read() {
        return HttpResponse.ok(keys.jwks()).header(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
    }
}
