package dev.sallyport.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MetadataTest {

    private static final int AROUND = "{\"k\":\"\"}".length();

    @Test
    void keepsTheTextAsItIs() {
        String json = "{ \"theme\" : \"dark\", \"n\": 1.50 }";

        assertThat(new Metadata(json).json()).isEqualTo(json);
    }

    @Test
    void mayHave16Kibibytes() {
        assertThat(new Metadata(of("x", Metadata.MAX_BYTES - AROUND)).json()).hasSize(16_384);
        assertThatIllegalArgumentException().isThrownBy(() -> new Metadata(of("x", Metadata.MAX_BYTES - AROUND + 1)));
    }

    @Test
    void countsBytesAndNotCharacters() {
        String sixteenKibibytes = of("\u00e9", (Metadata.MAX_BYTES - AROUND) / 2);
        String more = of("\u00e9", Metadata.MAX_BYTES / 2);

        assertThat(Metadata.fits(sixteenKibibytes)).isTrue();
        assertThat(Metadata.fits(more)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"{}\"", "{", "}", " {}", "1"})
    void refusesWhatIsNoObject(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Metadata(json));
    }

    @Test
    void isAnEmptyObjectAtFirst() {
        assertThat(Metadata.EMPTY.json()).isEqualTo("{}");
    }

    private static String of(String character, int times) {
        return "{\"k\":\"" + character.repeat(times) + "\"}";
    }
}
