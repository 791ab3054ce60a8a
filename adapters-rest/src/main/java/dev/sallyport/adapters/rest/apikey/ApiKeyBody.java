package dev.sallyport.adapters.rest.apikey;

import dev.sallyport.adapters.rest.json.JsonBody;
import dev.sallyport.adapters.rest.json.WireTime;
import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.adapters.rest.role.PermissionNames;
import dev.sallyport.application.apikey.CreateApiKey;
import dev.sallyport.domain.apikey.ApiKeyName;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param expiresAt null for never */
@Introspected
record ApiKeyBody(
        String name,
        List<String> permissions,
        @Nullable String expiresAt,
        @Nullable Boolean serviceAccount) implements JsonBody {

    ApiKeyBody {
        permissions = List.copyOf(permissions);
    }

    /** Throws {@link ProblemException} for what is wrong with it. */
    CreateApiKey.Form form() {
        ApiKeyName parsed = ApiKeyName.parse(name).orElseThrow(() -> ProblemException.invalid("name"));
        return new CreateApiKey.Form(
                parsed, PermissionNames.read(permissions), Boolean.TRUE.equals(serviceAccount), expiry());
    }

    private @Nullable Instant expiry() {
        return expiresAt == null
                ? null
                : WireTime.parse(expiresAt).orElseThrow(() -> ProblemException.invalid("expires_at"));
    }
}
