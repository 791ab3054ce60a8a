package dev.sallyport.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.Ada;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiKeyTextTest {

    private final ApiKeyId id = ApiKeyId.next(Ada.NOON, Ada.RANDOM);
    private final ApiKeyText key = ApiKeyText.next(id, Ada.RANDOM);

    @Test
    void aKeyIsReadBackAsItWasShown() {
        ApiKeyText read = ApiKeyText.parse(key.reveal()).orElseThrow();

        assertThat(read.id()).isEqualTo(id);
        assertThat(read.hash()).isEqualTo(key.hash());
        assertThat(key.reveal()).matches("sp_[0-9A-Za-z]{22}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"})
    void everyIdIsReadBack(String text) {
        ApiKeyId extreme = new ApiKeyId(UUID.fromString(text));

        assertThat(ApiKeyText.parse(ApiKeyText.next(extreme, Ada.RANDOM).reveal()))
                .hasValueSatisfying(read -> assertThat(read.id()).isEqualTo(extreme));
    }

    @Test
    void twoKeysOfOneIdHaveDifferentSecrets() {
        assertThat(ApiKeyText.next(id, Ada.RANDOM).hash()).isNotEqualTo(key.hash());
    }

    @Test
    void aKeyWithOneCharacterChangedIsNone() {
        String text = key.reveal();

        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(ApiKeyText.parse(text.substring(0, i) + other + text.substring(i + 1)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sp_", "sp_a_b_c", "Bearer x"})
    void whatHasNotTheFormIsNone(String text) {
        assertThat(ApiKeyText.parse(text)).isEmpty();
        assertThat(ApiKeyText.parse(key.reveal() + "\n")).isEmpty();
        assertThat(ApiKeyText.parse(" " + key.reveal())).isEmpty();
    }

    @Test
    void anIdOfMoreThan128BitsIsNone() {
        String secret = key.reveal().substring(25);

        assertThat(ApiKeyText.parse("sp_" + "z".repeat(22) + secret)).isEmpty();
    }

    @Test
    void theSecretIsInNoText() {
        assertThat(key + " " + key.hash()).isEqualTo("sp_*** SecretHash[***]");
    }
}
