package dev.sallyport.move.file;

import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyId;
import dev.sallyport.domain.apikey.ApiKeyName;
import dev.sallyport.domain.apikey.SecretHash;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Tier;
import dev.sallyport.domain.user.UserId;
import java.util.TreeSet;
import java.util.stream.Collectors;

final class ApiKeyFormat extends Format<ApiKey> {

    ApiKeyFormat() {
        super("api_key");
    }

    @Override
    String idOf(ApiKey key) {
        return key.id().toString();
    }

    @Override
    void write(ApiKey key, LineWriter line) {
        line.put("id", key.id().toString())
                .put("name", key.name().value())
                .put("creator", key.creator().toString())
                .put("service_account", key.serviceAccount())
                .put("tier", key.tier().name())
                .put(
                        "permissions",
                        key.permissions().stream().map(Permission::name).toList())
                .put("secret_hash", key.current().value())
                .put(
                        "previous_secret_hash",
                        key.previous() == null ? null : key.previous().value())
                .put("previous_until", key.previousUntil())
                .put("version", key.version())
                .put("created_at", key.createdAt())
                .put("expires_at", key.expiresAt())
                .put("last_used_at", key.lastUsedAt());
    }

    @Override
    ApiKey read(LineReader line) {
        return new ApiKey(
                new ApiKeyId(line.id("id")),
                new ApiKeyName(line.text("name")),
                new UserId(line.id("creator")),
                line.flag("service_account"),
                line.constant("tier", Tier.class),
                line.texts("permissions").stream().map(Permission::new).collect(Collectors.toCollection(TreeSet::new)),
                new SecretHash(line.text("secret_hash")),
                line.optionalText("previous_secret_hash").map(SecretHash::new).orElse(null),
                line.optionalInstant("previous_until").orElse(null),
                line.number("version"),
                line.instant("created_at"),
                line.optionalInstant("expires_at").orElse(null),
                line.optionalInstant("last_used_at").orElse(null));
    }
}
