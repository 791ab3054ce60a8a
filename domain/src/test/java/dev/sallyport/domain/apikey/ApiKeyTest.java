package dev.sallyport.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.Ada;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Tier;
import dev.sallyport.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ApiKeyTest {

    private static final Instant LATER = Ada.NOON.plus(Duration.ofHours(1));

    private final SecretHash first = secret();
    private final ApiKey key = key(first);

    @Test
    void itsOwnSecretIsAcceptedAndNoOther() {
        assertThat(key.accepts(first, Ada.NOON)).isTrue();
        assertThat(key.accepts(secret(), Ada.NOON)).isFalse();
    }

    @Test
    void afterARotationBothSecretsAreGoodUntilTheOverlapEnds() {
        SecretHash second = secret();

        ApiKey rotated = key.rotated(second, LATER);

        assertThat(rotated.accepts(second, LATER)).isTrue();
        assertThat(rotated.accepts(first, LATER.minusMillis(1))).isTrue();
        assertThat(rotated.accepts(first, LATER)).isFalse();
        assertThat(rotated.version()).isEqualTo(key.version() + 1);
    }

    @Test
    void aSecondRotationEndsTheFirstSecretAtOnce() {
        ApiKey twice = key.rotated(secret(), LATER).rotated(secret(), LATER);

        assertThat(twice.accepts(first, Ada.NOON)).isFalse();
    }

    @Test
    void itExpiresAtItsVeryInstant() {
        assertThat(key.isExpired(LATER.minusMillis(1))).isFalse();
        assertThat(key.isExpired(LATER)).isTrue();
    }

    private static SecretHash secret() {
        return ApiKeyText.next(ApiKeyId.next(Ada.NOON, Ada.RANDOM), Ada.RANDOM).hash();
    }

    private static ApiKey key(SecretHash secret) {
        return new ApiKey(
                ApiKeyId.next(Ada.NOON, Ada.RANDOM),
                new ApiKeyName("Mail room"),
                UserId.next(Ada.NOON, Ada.RANDOM),
                false,
                Tier.ADMIN,
                new TreeSet<>(List.of(Permission.USERS_READ)),
                secret,
                null,
                null,
                1,
                Ada.NOON,
                LATER,
                null);
    }
}
