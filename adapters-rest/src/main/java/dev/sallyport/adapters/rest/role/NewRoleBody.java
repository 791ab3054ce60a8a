package dev.sallyport.adapters.rest.role;

import dev.sallyport.adapters.rest.json.JsonBody;
import io.micronaut.core.annotation.Introspected;
import java.util.List;

@Introspected
record NewRoleBody(String name, String tier, List<String> permissions) implements JsonBody {}
