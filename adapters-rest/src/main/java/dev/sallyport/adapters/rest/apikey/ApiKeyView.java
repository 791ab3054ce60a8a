package dev.sallyport.adapters.rest.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sallyport.adapters.rest.json.WireTime;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.role.Permission;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key as those see it who manage keys; never its secret.
 *
 * @param previousExpiresAt until when the secret before the last rotation is good as well
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ApiKeyView(
        String id,
        String name,
        List<String> permissions,
        boolean serviceAccount,
        String createdBy,
        String createdAt,
        @Nullable String expiresAt,
        @Nullable String lastUsedAt,
        @Nullable String previousExpiresAt) {

    public ApiKeyView {
        permissions = List.copyOf(permissions);
    }

    static ApiKeyView of(ApiKey key) {
        return new ApiKeyView(
                key.id().toString(),
                key.name().value(),
                key.permissions().stream().map(Permission::name).toList(),
                key.serviceAccount(),
                key.creator().toString(),
                WireTime.of(key.createdAt()),
                time(key.expiresAt()),
                time(key.lastUsedAt()),
                time(key.previousUntil()));
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : WireTime.of(instant);
    }
}
