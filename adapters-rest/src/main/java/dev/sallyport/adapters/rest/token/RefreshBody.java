package dev.sallyport.adapters.rest.token;

import dev.sallyport.adapters.rest.json.JsonBody;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;

@Introspected
@Schema(name = "Refresh")
record RefreshBody(@Schema(name = "refresh_token") String refreshToken) implements JsonBody {

    @Override
    public String toString() {
        return "RefreshBody[***]";
    }
}
