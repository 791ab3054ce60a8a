package dev.sallyport.domain.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class PasswordTest {

    @Test
    void isTheSameSecretHoweverAKeyboardComposesIt() {
        assertThat(new Password("cafe\u0301")).isEqualTo(new Password("caf\u00e9"));
    }

    @Test
    void keepsCaseSpacesAndCompatibilityForms() {
        assertThat(new Password(" Secret ").value()).isEqualTo(" Secret ");
        assertThat(new Password("\uff21")).isNotEqualTo(new Password("A"));
    }

    @Test
    void isAsLongAsAPersonCounts() {
        assertThat(new Password("\ud83d\ude00".repeat(8)).length()).isEqualTo(8);
        assertThat(new Password("e\u0301").length()).isEqualTo(1);
        assertThat(new Password("").length()).isZero();
    }

    @Test
    void isHashedAsUtf8() {
        assertThat(new Password("caf\u00e9").utf8()).isEqualTo("caf\u00e9".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void hasAHashThatSaysWhatItIs() {
        assertThat(new PasswordHash("$" + "x".repeat(254)).value()).hasSize(255);
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordHash("plain"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordHash(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordHash("$" + "x".repeat(255)));
    }
}
