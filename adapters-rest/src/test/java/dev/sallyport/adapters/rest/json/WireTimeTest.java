package dev.sallyport.adapters.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WireTimeTest {

    @Test
    void whatIsWrittenIsReadBack() {
        Instant instant = Instant.parse("2026-11-01T09:30:00.120Z");

        assertThat(WireTime.of(instant)).isEqualTo("2026-11-01T09:30:00.120Z");
        assertThat(WireTime.parse(WireTime.of(instant))).contains(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T09:30:00Z, 2026-11-01T09:30:00.000Z",
        "2026-11-01t09:30:00z, 2026-11-01T09:30:00.000Z",
        "2026-11-01T00:30:00+01:00, 2026-10-31T23:30:00.000Z",
        "2026-11-01T09:30:00.123999999Z, 2026-11-01T09:30:00.123Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z"
    })
    void everyOffsetAndFractionIsRead(String text, String instant) {
        assertThat(WireTime.parse(text).map(WireTime::of)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-11-01",
                "2026-11-01T09:30Z",
                "2026-11-01T09:30:00",
                "2026-11-01 09:30:00Z",
                "2026-11-01T09:30:00,5Z",
                "2026-11-01T09:30:00+01",
                "2026-11-01T09:30:00+25:00",
                "2026-11-01T24:00:00Z",
                "2026-11-01T09:30:60Z",
                "2026-02-29T00:00:00Z",
                "1969-12-31T23:59:59.999Z",
                "9999-12-31T23:59:59-01:00",
                "+10000-01-01T00:00:00Z",
                "2026-11-01T09:30:00Z\n",
                "1793525400"
            })
    void everythingElseIsRefused(String text) {
        assertThat(WireTime.parse(text)).isEmpty();
    }
}
