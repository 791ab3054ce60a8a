package dev.sallyport.adapters.rest.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sallyport.adapters.rest.user.UserView;
import dev.sallyport.application.token.SignedIn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/**
 * A pair of tokens (RFC 6749, 5.1), the session they belong to and the account.
 *
 * @param expiresIn seconds the access token is good for
 * @param refreshExpiresIn seconds the refresh token is good for
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TokenResponse(
        String accessToken,
        String tokenType,
        long expiresIn,
        String refreshToken,
        long refreshExpiresIn,
        String sessionId,
        UserView user) {

    public static TokenResponse of(SignedIn signedIn) {
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
