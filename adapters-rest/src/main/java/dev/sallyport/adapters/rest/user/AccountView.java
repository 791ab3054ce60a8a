package dev.sallyport.adapters.rest.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.sallyport.adapters.rest.json.WireTime;
import dev.sallyport.domain.user.User;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/** An account as administrators see it. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AccountView(
        @JsonUnwrapped ProfileView profile,
        @Nullable SuspensionView suspension,
        @Nullable String deletedAt) {

    static AccountView of(User user, JsonNode metadata) {
        return new AccountView(
                ProfileView.of(user, metadata),
                user.suspension() == null ? null : SuspensionView.of(user.suspension()),
                user.deletedAt() == null ? null : WireTime.of(user.deletedAt()));
    }
}
