package dev.sallyport.adapters.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.password.Password;
import org.junit.jupiter.api.Test;

final class ZxcvbnCommonPasswordsTest {

    private final ZxcvbnCommonPasswords common = new ZxcvbnCommonPasswords();

    @Test
    void holdsThirtyThousandPasswords() {
        assertThat(common.size()).isEqualTo(30_000);
    }

    @Test
    void knowsThemInAnyCase() {
        assertThat(common.contains(new Password("password"))).isTrue();
        assertThat(common.contains(new Password("PassWord"))).isTrue();
        assertThat(common.contains(new Password("qwerty123"))).isTrue();
        assertThat(common.contains(new Password("Passw0rd"))).isTrue();
    }

    @Test
    void doesNotKnowARareOne() {
        assertThat(common.contains(new Password("correct horse battery staple")))
                .isFalse();
    }
}
