package dev.sallyport.adapters.rest.setup;

import dev.sallyport.adapters.rest.json.JsonBody;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

@Introspected
record SetUpBody(
        String token,
        String email,
        String password,
        @Nullable String username,
        @Nullable String displayName) implements JsonBody {

    @Override
    public String toString() {
        return "SetUpBody[***]";
    }
}
