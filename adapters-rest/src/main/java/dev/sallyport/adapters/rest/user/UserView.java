package dev.sallyport.adapters.rest.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sallyport.adapters.rest.json.WireTime;
import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.Username;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An account as it comes with tokens. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UserView(
        String id,
        String email,
        @Nullable String username,
        @Nullable String displayName,
        String role,
        String status,
        boolean emailVerified,
        String createdAt,
        @Nullable String lastLoginAt) {

    public static UserView of(User user) {
        Profile profile = user.profile();
        return new UserView(
                user.id().toString(),
                user.email().value(),
                Optional.ofNullable(profile.username()).map(Username::value).orElse(null),
                Optional.ofNullable(profile.displayName())
                        .map(DisplayName::value)
                        .orElse(null),
                user.role().role().value(),
                user.status().name().toLowerCase(Locale.ROOT),
                user.emailVerified(),
                WireTime.of(user.createdAt()),
                time(user.lastSignInAt()));
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : WireTime.of(instant);
    }
}
