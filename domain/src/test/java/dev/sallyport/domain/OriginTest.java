package dev.sallyport.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OriginTest {

    @Test
    void keepsAPrintableUserAgentAsItIs() {
        Origin origin = Origin.of(ClientAddress.UNKNOWN, "Mozilla/5.0 (X11; Linux x86_64) ~curl", "r1");

        assertThat(origin.userAgent()).isEqualTo("Mozilla/5.0 (X11; Linux x86_64) ~curl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\t", "\0", "\u001b", "\u007f", "\u0085", "\u00e9", "\u2028", "\u202e"})
    void showsAQuestionMarkForWhatCouldForgeALogLine(String hostile) {
        Origin origin = Origin.of(ClientAddress.UNKNOWN, "Bot" + hostile + "level=INFO", "r1");

        assertThat(origin.userAgent()).isEqualTo("Bot?level=INFO");
    }

    @Test
    void cutsALongUserAgent() {
        Origin exact = Origin.of(ClientAddress.UNKNOWN, "x".repeat(256), "r1");
        Origin tooLong = Origin.of(ClientAddress.UNKNOWN, "x".repeat(256) + "tail", "r1");

        assertThat(exact.userAgent()).hasSize(256);
        assertThat(tooLong.userAgent()).isEqualTo(exact.userAgent());
    }

    @Test
    void cutsWithinAPairOfSurrogatesToo() {
        Origin origin = Origin.of(ClientAddress.UNKNOWN, "x".repeat(255) + "\ud83d\ude00", "r1");

        assertThat(origin.userAgent()).isEqualTo("x".repeat(255) + "?");
    }

    @Test
    void mayKnowNoUserAgent() {
        Origin origin = Origin.of(ClientAddress.UNKNOWN, null, "r1");

        assertThat(origin.userAgent()).isNull();
    }

    @Test
    void refusesARequestIdThatIsEmptyOrTooLong() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Origin(ClientAddress.UNKNOWN, null, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Origin(ClientAddress.UNKNOWN, null, "r".repeat(65)));
    }

    @Test
    void refusesAUserAgentThatWasNotCut() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Origin(ClientAddress.UNKNOWN, "x".repeat(257), "r1"));
    }
}
