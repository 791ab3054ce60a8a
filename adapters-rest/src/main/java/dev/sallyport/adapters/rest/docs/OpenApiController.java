package dev.sallyport.adapters.rest.docs;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The OpenAPI document: written by hand, and held to the routes and the answers by tests (docs/adr/0010). */
@Controller("/openapi.yml")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "sallyport.docs", value = StringUtils.TRUE)
final class OpenApiController {

    private final String document;

    OpenApiController(ResourceResolver resources) {
        this.document = read(resources);
    }

    @Get
    @Produces("application/yaml")
    String read() {
        return document;
    }

    private static String read(ResourceResolver resources) {
        try (InputStream document = resources
                .getResourceAsStream("classpath:openapi.yml")
                .orElseThrow(() -> new IllegalStateException("No OpenAPI document on the class path"))) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
