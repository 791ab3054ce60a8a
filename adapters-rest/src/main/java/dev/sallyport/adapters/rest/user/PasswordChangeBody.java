package dev.sallyport.adapters.rest.user;

import dev.sallyport.adapters.rest.json.JsonBody;
import io.micronaut.core.annotation.Introspected;

@Introspected
record PasswordChangeBody(String currentPassword, String newPassword) implements JsonBody {

    @Override
    public String toString() {
        return "PasswordChangeBody[***]";
    }
}
