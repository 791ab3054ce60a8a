package dev.sallyport.adapters.rest.user;

import dev.sallyport.adapters.rest.json.JsonBody;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

@Introspected
record NewUserBody(
        String email,
        String password,
        @Nullable String username,
        @Nullable String displayName,
        @Nullable String role,
        @Nullable Boolean emailVerified)
        implements JsonBody {

    @Override
    public String toString() {
        return "NewUserBody[***]";
    }
}
