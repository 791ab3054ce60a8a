package dev.sallyport.adapters.rest.token;

import dev.sallyport.adapters.rest.json.JsonBody;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

@Introspected
record RegisterBody(
        String email,
        String password,
        @Nullable String username,
        @Nullable String displayName) implements JsonBody {

    @Override
    public String toString() {
        return "RegisterBody[***]";
    }
}
