package dev.sallyport.adapters.rest.user;

import dev.sallyport.adapters.rest.json.JsonBody;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;

@Introspected
@Schema(name = "PasswordChange")
record PasswordChangeBody(
        @Schema(name = "current_password") String currentPassword,
        @Schema(name = "new_password") String newPassword) implements JsonBody {

    @Override
    public String toString() {
        return "PasswordChangeBody[***]";
    }
}
