package dev.sallyport.adapters.rest.user;

import dev.sallyport.adapters.rest.json.JsonBody;
import io.micronaut.core.annotation.Introspected;

@Introspected
record RoleChangeBody(String role) implements JsonBody {}
