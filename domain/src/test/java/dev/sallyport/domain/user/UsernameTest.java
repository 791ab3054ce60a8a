package dev.sallyport.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UsernameTest {

    @ParameterizedTest
    @ValueSource(strings = {"ada", "Ada.Lovelace", "a-b_c.d", "007", "a..b", "A1z", "abcdefghijklmnopqrstuvwxyz012345"})
    void isShownAsTyped(String typed) {
        assertThat(Username.parse(typed)).map(Username::value).contains(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ad",
                "abcdefghijklmnopqrstuvwxyz0123456",
                ".ada",
                "ada.",
                "-ada",
                "ada_",
                "a da",
                " ada",
                "ada\n",
                "ada@example.org",
                "\u00e4da",
                "mar\u212a",
                "\u0430da",
                "ada\u200bx",
                "ada\0x",
                "\u0661\u0662\u0663",
            })
    void refusesWhatCouldBeTakenForSomethingElse(String typed) {
        assertThat(Username.parse(typed)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Username(typed));
    }

    @Test
    void isUniqueInLowerCase() {
        assertThat(new Username("Ada.LOVELACE").key()).isEqualTo(new Username("ada.lovelace").key());
    }

    @Test
    void hasTheSameKeyInTurkey() {
        Locale here = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));

            assertThat(new Username("IRIS").key()).isEqualTo("iris");
        } finally {
            Locale.setDefault(here);
        }
    }
}
