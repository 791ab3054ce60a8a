package dev.sallyport.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.key.KeyId;
import dev.sallyport.domain.key.KeyState;
import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.token.AccessToken;
import dev.sallyport.domain.token.RefreshToken;
import dev.sallyport.domain.token.RefreshTokens;
import dev.sallyport.domain.token.Salt;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.user.Credentials;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A log line is written by somebody who did not think of secrets: they mask themselves, on their own and within others. */
final class SecretsTest {

    private static final String SALT = "AAECAwQFBgcICQoLDA0ODw";
    private static final String SEALED = "c2VhbGVkIGtleQ==";

    static Stream<Arguments> secrets() {
        PasswordHash hash = new PasswordHash("$quick$secret");
        return Stream.of(
                Arguments.of("secret", new Password("secret")),
                Arguments.of("secret", hash),
                Arguments.of("secret", new Credentials(hash, 1)),
                Arguments.of("secret", new AccessToken("secret")),
                Arguments.of("secret", new RefreshToken("secret")),
                Arguments.of(SALT, new Salt(SALT)),
                Arguments.of(SEALED, sealed()),
                Arguments.of("quick", Ada.account()),
                Arguments.of("ada@", Ada.account()));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void doNotShow(String secret, Object holder) {
        assertThat(holder.toString()).doesNotContain(secret);
    }

    @Test
    void doNotShowInASession() {
        Session session = Session.start(Ada.account(), Ada.LAPTOP, SessionPolicy.DEFAULT, Ada.NOON, Ada.RANDOM);
        RefreshTokens tokens = new RefreshTokens(new SecretKeySpec(new byte[32], "HmacSHA256"));

        assertThat(session.toString())
                .doesNotContain(session.salt().value())
                .doesNotContain(tokens.of(session).value());
    }

    private static SealedKey sealed() {
        return new SealedKey(KeyId.next(Ada.NOON, Ada.RANDOM), "access-token:RS256", KeyState.ACTIVE, SEALED, Ada.NOON);
    }
}
