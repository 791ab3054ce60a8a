package dev.sallyport.adapters.rest.token;

import dev.sallyport.adapters.rest.json.JsonBody;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "Registration")
record RegisterBody(
        @Schema(example = "ada@example.org") String email,
        @Schema(example = "Correct-Horse-9") String password,
        @Schema(example = "ada") @Nullable String username,

        @Schema(name = "display_name", example = "Ada Lovelace") @Nullable
        String displayName)
        implements JsonBody {

    @Override
    public String toString() {
        return "RegisterBody[***]";
    }
}
