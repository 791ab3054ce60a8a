package dev.sallyport.adapters.rest.token;

import dev.sallyport.adapters.rest.json.JsonBody;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

@Introspected
record LoginBody(@Nullable String email, @Nullable String username, String password) implements JsonBody {

    @Override
    public String toString() {
        return "LoginBody[***]";
    }
}
