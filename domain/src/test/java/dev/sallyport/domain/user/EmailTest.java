package dev.sallyport.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailTest {

    /** 189 characters, which with a local part of 64 and the sign between make 254. */
    private static final String LONGEST_DOMAIN = label(63) + "." + label(63) + "." + label(57) + ".org";

    @Test
    void isUniqueInLowerCase() {
        assertThat(Email.parse("Ada.LOVELACE@Example.ORG")).contains(new Email("ada.lovelace@example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.org",
                "ada+tag@example.org",
                "!#$%&'*+/=?^_`{|}~-@example.org",
                "1@2.example.org",
                "a.b.c.d@a.b.c.d.example",
                "ada@xn--bcher-kva.example",
                "ada@example.xn--p1ai",
                "ada@a-b--c.example",
            })
    void isADotAtomAtADomain(String typed) {
        assertThat(Email.parse(typed)).map(Email::value).contains(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "ada",
                "ada@",
                "@example.org",
                "ada@example",
                "ada@@example.org",
                "ada@grace@example.org",
                " ada@example.org",
                "ada@example.org ",
                "ada@example.org\n",
                "ada@example.org\r\nBcc: grace@example.org",
                "a da@example.org",
                "a\tda@example.org",
                "ada\0@example.org",
                "ada,grace@example.org",
                "ada;grace@example.org",
                "<ada@example.org>",
                "Ada <ada@example.org>",
                "\"ada lovelace\"@example.org",
                "\"ada\"@example.org",
                "ada(poet)@example.org",
                "ada@[127.0.0.1]",
                "ada@127.0.0.1",
                "ada@example.o",
                "ada@example.1org",
                "ada@exa_mple.org",
                "ada@exa mple.org",
                "ada@example.org:25",
                "ada@example.org/",
            })
    void refusesWhatIsNone(String typed) {
        assertThat(Email.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".ada@example.org",
                "ada.@example.org",
                "ada..lovelace@example.org",
                "ada@.example.org",
                "ada@example.org.",
                "ada@example..org",
            })
    void refusesADotThatSeparatesNothing(String typed) {
        assertThat(Email.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@-example.org",
                "ada@example-.org",
                "ada@-.org",
                "ada@example.-org",
                "ada@example.org-",
                "ada@a.-.org"
            })
    void refusesALabelThatBeginsOrEndsWithAHyphen(String typed) {
        assertThat(Email.parse(typed)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            ints = {
                0x212A, // Kelvin sign, which Unicode folds to k
                0x017F, // long s, to s
                0x0130, // I with a dot
                0x0131, // i without one
                0xFF41, // full-width a
                0x0430, // Cyrillic a
                0x00E9, // e acute
                0x00AD, // soft hyphen
                0x200B, // zero-width space
                0x202E, // right-to-left override
                0x0080, // the first beyond ASCII
                0x1F600,
            })
    void refusesEveryCharacterBeyondAscii(int character) {
        String text = Character.toString(character);

        assertThat(Email.parse("mar" + text + "@example.org")).isEmpty();
        assertThat(Email.parse("mark@example." + text + "org")).isEmpty();
        assertThat(Email.parse("mark@" + text + ".org")).isEmpty();
        assertThat(Email.parse(text + "mark@example.org")).isEmpty();
    }

    @Test
    void refusesASurrogateOnItsOwn() {
        assertThat(Email.parse("ada\ud83d@example.org")).isEmpty();
    }

    @Test
    void mayHave254Characters() {
        String longest = "a".repeat(64) + "@" + LONGEST_DOMAIN;
        String longer = longest.replace(".org", "x.org");

        assertThat(longest).hasSize(254);
        assertThat(Email.parse(longest)).isPresent();
        assertThat(Email.parse(longer)).isEmpty();
    }

    @Test
    void mayHave64CharactersBeforeTheSign() {
        assertThat(Email.parse("a".repeat(64) + "@example.org")).isPresent();
        assertThat(Email.parse("a".repeat(65) + "@example.org")).isEmpty();
    }

    @Test
    void mayHave63CharactersInALabel() {
        assertThat(Email.parse("ada@" + label(63) + ".org")).isPresent();
        assertThat(Email.parse("ada@" + label(64) + ".org")).isEmpty();
        assertThat(Email.parse("ada@example." + label(63))).isPresent();
        assertThat(Email.parse("ada@example." + label(64))).isEmpty();
    }

    static Stream<String> hostile() {
        return Stream.of(
                        "a".repeat(254),
                        "a.".repeat(127),
                        "!".repeat(64) + "@" + "a".repeat(189),
                        "a@" + "a.".repeat(126),
                        "a@" + "a-".repeat(126),
                        "a@" + "-a".repeat(126),
                        "a@" + (label(61) + "-.").repeat(4),
                        "a@" + "a".repeat(62) + "." + "0.".repeat(94),
                        "a@" + "a.".repeat(125) + "!",
                        ".".repeat(254),
                        "@".repeat(254))
                .map(text -> text.substring(0, Math.min(254, text.length())));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void answersAtOnceHoweverHostileTheText(String typed) {
        assertTimeout(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 1_000; i++) {
                assertThat(Email.parse(typed)).isEmpty();
            }
        });
    }

    @Test
    void answersAtOnceHoweverLongTheText() {
        String enormous = "a".repeat(10_000_000) + "@example.org";

        assertTimeout(
                Duration.ofMillis(100), () -> assertThat(Email.parse(enormous)).isEmpty());
    }

    @Test
    void isNotMadeFromWhatIsNotYetCanonical() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Email("Ada@example.org"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Email("ada"));
    }

    @Test
    void saysNothingOfWhatWasRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Email("Ada@example.org"))
                .satisfies(refusal -> assertThat(refusal).message().doesNotContainIgnoringCase("ada@"));
    }

    @Test
    void hidesAllButTheFirstLetter() {
        assertThat(new Email("ada.lovelace@example.org")).hasToString("a***@example.org");
    }

    @Test
    void knowsItsLocalPart() {
        assertThat(new Email("ada.lovelace@example.org").localPart()).isEqualTo("ada.lovelace");
    }

    private static String label(int length) {
        return "a".repeat(length);
    }
}
