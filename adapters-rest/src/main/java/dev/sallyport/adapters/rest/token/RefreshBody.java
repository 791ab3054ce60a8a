package dev.sallyport.adapters.rest.token;

import dev.sallyport.adapters.rest.json.JsonBody;
import io.micronaut.core.annotation.Introspected;

@Introspected
record RefreshBody(String refreshToken) implements JsonBody {

    @Override
    public String toString() {
        return "RefreshBody[***]";
    }
}
