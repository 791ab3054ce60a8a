package dev.sallyport.adapters.rest.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.sallyport.adapters.rest.json.WireTime;
import dev.sallyport.domain.user.User;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/** An account as its owner sees it: with what the application keeps there. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ProfileView(@JsonUnwrapped UserView user, JsonNode metadata, String updatedAt) {

    static ProfileView of(User user, JsonNode metadata) {
        return new ProfileView(UserView.of(user), metadata, WireTime.of(user.updatedAt()));
    }
}
