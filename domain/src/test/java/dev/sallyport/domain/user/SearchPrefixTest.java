package dev.sallyport.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.Ada;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SearchPrefixTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Straße | STRASSE",
                "STRASSE | straß",
                "GROẞ | groß",
                "Σίσυφος | ΣΊΣ",
                "ΣΊΣΥΦΟΣ | σίσυφος",
                "Émilie | e\u0301MI",
                "İzmir | i\u0307z",
                "𐐀𐐁 | 𐐨",
                "ﬃ | FFi"
            })
    void aNameBeginsWithWhatSomebodyTypedInAnyCase(String name, String typed) {
        DisplayName displayName = DisplayName.parse(name).orElseThrow();

        assertThat(displayName.key())
                .startsWith(SearchPrefix.parse(typed).orElseThrow().value());
    }

    @ParameterizedTest
    @CsvSource({"Émilie,Emi", "Ada,Adb", "Ada,a\u00adda", "かな,カ"})
    void lettersThatLookAlikeAreNotTheSame(String name, String typed) {
        DisplayName displayName = DisplayName.parse(name).orElseThrow();

        assertThat(displayName.key())
                .doesNotStartWith(SearchPrefix.parse(typed).orElseThrow().value());
    }

    @Test
    void spacesAroundWhatWasTypedDoNotCount() {
        assertThat(SearchPrefix.parse(" Ada L ")).contains(new SearchPrefix("ada l"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@ex", "hopper.g", "amazing grace"})
    void anyOfAnAccountsNamesMayBeginSo(String prefix) {
        User grace = Ada.account()
                .withProfile(
                        new Profile(new Username("Hopper.G"), new DisplayName("Amazing Grace"), Metadata.EMPTY),
                        Ada.NOON);

        assertThat(new SearchPrefix(prefix).isOf(grace)).isTrue();
    }

    @Test
    void anAccountNeedHaveNoNameButItsAddress() {
        User bare = Ada.account().withProfile(new Profile(null, null, Metadata.EMPTY), Ada.NOON);

        assertThat(new SearchPrefix("ada@").isOf(bare)).isTrue();
        assertThat(new SearchPrefix("grace").isOf(bare)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u2003", "a\u0000", "a\u0085b", "\uD800", "\uDC00a"})
    void whatBeginsNoNameIsNoPrefix(String typed) {
        assertThat(SearchPrefix.parse(typed)).isEmpty();
    }

    @Test
    void aPrefixIsNoLongerThanTheLongestAddress() {
        assertThat(SearchPrefix.parse("a".repeat(254))).isPresent();
        assertThat(SearchPrefix.parse("a".repeat(255))).isEmpty();
        assertThat(SearchPrefix.parse("ﬃ".repeat(84))).isPresent();
        assertThat(SearchPrefix.parse("ﬃ".repeat(85))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "e\u0301", "ς", "", "\u0000"})
    void aPrefixIsFolded(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SearchPrefix(value));
    }

    @Test
    void everyCharacterCanBeTyped() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .mapToObj(Character::toString)
                        .map(SearchPrefix::parse)
                        .flatMap(Optional::stream))
                .hasSizeGreaterThan(1_000_000);
    }
}
