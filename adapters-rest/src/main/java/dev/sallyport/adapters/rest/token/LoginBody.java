package dev.sallyport.adapters.rest.token;

import dev.sallyport.adapters.rest.json.JsonBody;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "Login", description = "Give either the e-mail address or the username.")
record LoginBody(
        @Schema(example = "ada@example.org") @Nullable String email,
        @Nullable String username,
        @Schema(example = "Correct-Horse-9") String password)
        implements JsonBody {

    @Override
    public String toString() {
        return "LoginBody[***]";
    }
}
