package dev.sallyport.adapters.rest.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sallyport.adapters.rest.user.UserView;
import dev.sallyport.application.token.SignedIn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;

/** A pair of tokens (RFC 6749, 5.1), the session they belong to and the account. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Tokens")
public record TokenResponse(
        String accessToken,
        @Schema(example = "Bearer") String tokenType,

        @Schema(description = "Seconds the access token is good for")
        long expiresIn,

        String refreshToken,

        @Schema(description = "Seconds the refresh token is good for")
        long refreshExpiresIn,

        @Schema(format = "uuid") String sessionId,
        UserView user) {

    static TokenResponse of(SignedIn signedIn) {
        return new TokenResponse(
                signedIn.accessToken().value(),
                "Bearer",
                signedIn.accessExpiresIn().toSeconds(),
                signedIn.refreshToken().value(),
                Math.ceilDiv(signedIn.refreshExpiresIn().toMillis(), 1000),
                signedIn.session().id().toString(),
                UserView.of(signedIn.user()));
    }

    @Override
    public String toString() {
        return "TokenResponse[" + sessionId + "]";
    }
}
