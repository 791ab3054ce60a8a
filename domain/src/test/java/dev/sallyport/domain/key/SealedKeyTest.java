package dev.sallyport.domain.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.Ada;
import org.junit.jupiter.api.Test;

final class SealedKeyTest {

    @Test
    void isBase64() {
        assertThat(sealed("access-token:RS256", "c2VhbGVk").sealed()).isEqualTo("c2VhbGVk");
        assertThatIllegalArgumentException().isThrownBy(() -> sealed("access-token:RS256", "not base64"));
        assertThatIllegalArgumentException().isThrownBy(() -> sealed("access-token:RS256", ""));
    }

    @Test
    void hasAPurpose() {
        assertThatIllegalArgumentException().isThrownBy(() -> sealed("", "c2VhbGVk"));
        assertThatIllegalArgumentException().isThrownBy(() -> sealed("p".repeat(65), "c2VhbGVk"));
    }

    @Test
    void fitsItsColumn() {
        assertThat(sealed("p", "A".repeat(SealedKey.MAX_SEALED)).sealed()).hasSize(SealedKey.MAX_SEALED);
        assertThatIllegalArgumentException().isThrownBy(() -> sealed("p", "A".repeat(SealedKey.MAX_SEALED + 4)));
    }

    private static SealedKey sealed(String purpose, String sealed) {
        return new SealedKey(KeyId.next(Ada.NOON, Ada.RANDOM), purpose, KeyState.ACTIVE, sealed, Ada.NOON);
    }
}
