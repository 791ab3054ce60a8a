package dev.sallyport.adapters.rest.user;

import dev.sallyport.adapters.rest.json.JsonBody;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;

@Introspected
@Schema(name = "Deletion")
record DeletionBody(
        @Schema(description = "The account's password once more")
        String password) implements JsonBody {

    @Override
    public String toString() {
        return "DeletionBody[***]";
    }
}
