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

        ApiKey rotated = key.rotated(second, Ada.NOON, LATER);

        assertThat(rotated.accepts(second, LATER)).isTrue();
        assertThat(rotated.accepts(first, LATER.minusMillis(1))).isTrue();
        assertThat(rotated.accepts(first, LATER)).isFalse();
        assertThat(rotated.version()).isEqualTo(key.version() + 1);
    }

    /** The answer to the first rotation may have been lost, and the first secret be the only one that anybody has. */
    @Test
    void rotatedAgainMeanwhileItKeepsTheSecretInUseAndDropsTheOneBetween() {
        SecretHash second = secret();
        SecretHash third = secret();
        Instant evenLater = LATER.plusMillis(1);

        ApiKey twice = key.rotated(second, Ada.NOON, LATER).rotated(third, LATER.minusMillis(1), evenLater);

        assertThat(twice.accepts(third, LATER)).isTrue();
        assertThat(twice.accepts(second, Ada.NOON)).isFalse();
        assertThat(twice.accepts(first, LATER.minusMillis(1))).isTrue();
        assertThat(twice.accepts(first, LATER)).isFalse();
    }

    @Test
    void rotatedAgainMeanwhileItMayEndTheSecretInUseSooner() {
        ApiKey ended = key.rotated(secret(), Ada.NOON, LATER).rotated(secret(), Ada.NOON, Ada.NOON);

        assertThat(ended.accepts(first, Ada.NOON)).isFalse();
    }

    @Test
    void rotatedAfterwardsItKeepsTheSecretOfTheLastRotation() {
        SecretHash second = secret();
        Instant evenLater = LATER.plusMillis(1);

        ApiKey twice = key.rotated(second, Ada.NOON, LATER).rotated(secret(), LATER, evenLater);

        assertThat(twice.accepts(second, LATER)).isTrue();
        assertThat(twice.accepts(second, evenLater)).isFalse();
        assertThat(twice.accepts(first, LATER)).isFalse();
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
