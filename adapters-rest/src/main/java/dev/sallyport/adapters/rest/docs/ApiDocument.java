package dev.sallyport.adapters.rest.docs;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** What stands at the head of the OpenAPI document. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Sallyport",
                        version = "v1",
                        description = "Authentication and authorisation in front of the database a team already has. "
                                + "Failures are `application/problem+json` (RFC 9457) with a `code` of the catalogue.",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")))
@SecurityScheme(
        name = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "An access token (RFC 9068)")
final class ApiDocument {

    private ApiDocument() {}
}
