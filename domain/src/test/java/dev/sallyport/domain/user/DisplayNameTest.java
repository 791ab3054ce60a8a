package dev.sallyport.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DisplayNameTest {

    private static final String GRINNING = "\ud83d\ude00";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada Lovelace",
                "X",
                "O'Brien-Smith, Jr. (3rd)",
                "\u5c71\u7530\u592a\u90ce",
                "\u0412\u043b\u0430\u0434\u0438\u043c\u0438\u0440",
                "\u0645\u062d\u0645\u062f",
                "\u05d3\u05d5\u05d3",
                "\u0928\u092e\u0938\u094d\u0924\u0947",
                "\ud55c\uae00",
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", // Persian needs its zero-width non-joiner
                "Ada \ud83d\udc69\u200d\ud83d\udcbb", // woman, zero-width joiner, computer
                "\ud83c\uddeb\ud83c\uddf7 Sophie", // regional indicators
            })
    void isInAnyScript(String typed) {
        assertThat(DisplayName.parse(typed)).map(DisplayName::value).contains(typed);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            ints = {
                0x00, 0x07, 0x08, 0x09, 0x0A, 0x0D, 0x1B, 0x7F, 0x85, 0x9F, // controls
                0x2028, 0x2029, // line and paragraph separator
                0x202A, 0x202B, 0x202C, 0x202D, 0x202E, // direction embeddings and overrides
                0x2066, 0x2067, 0x2068, 0x2069, // direction isolates
                0xD800, 0xDFFF, // surrogates on their own
                0xFFFF, 0x0378, // not assigned
            })
    void refusesACharacterThatCouldMakeAListLie(int character) {
        String name = "Ada" + Character.toString(character) + "Lovelace";

        assertThat(DisplayName.parse(name)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new DisplayName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   ", "\t\n", "\u3000"})
    void refusesNothingAtAll(String typed) {
        assertThat(DisplayName.parse(typed)).isEmpty();
    }

    @Test
    void losesTheSpaceAroundIt() {
        assertThat(DisplayName.parse("  Ada Lovelace\u3000")).contains(new DisplayName("Ada Lovelace"));
    }

    @Test
    void isTheSameHoweverAKeyboardComposesIt() {
        assertThat(DisplayName.parse("Zoe\u0308")).contains(new DisplayName("Zo\u00eb"));
        assertThatIllegalArgumentException().isThrownBy(() -> new DisplayName("Zoe\u0308"));
    }

    @Test
    void mayHave100CodePoints() {
        assertThat(DisplayName.parse("x".repeat(100))).isPresent();
        assertThat(DisplayName.parse(GRINNING.repeat(100))).isPresent();
        assertThat(DisplayName.parse("x".repeat(101))).isEmpty();
        assertThat(DisplayName.parse(GRINNING.repeat(101))).isEmpty();
    }

    @Test
    void countsCodePointsAfterComposing() {
        assertThat(DisplayName.parse("e\u0301".repeat(100))).isPresent();
        assertThat(DisplayName.parse("e\u0301".repeat(101))).isEmpty();
    }

    @Test
    void isNotEvenLookedAtWhenEnormous() {
        assertThat(DisplayName.parse(" ".repeat(400) + "Ada")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u200d", "\u00a0", "\u2800", "\u3164", "\u00ad\ufeff"})
    void refusesANameThatNobodySees(String typed) {
        assertThat(DisplayName.parse(typed)).isEmpty();
    }

    @Test
    void isNotMadeFromSpaceAlone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DisplayName("  "));
    }
}
