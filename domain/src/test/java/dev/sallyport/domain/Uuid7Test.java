package dev.sallyport.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.key.KeyId;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Uuid7Test {

    private static final String CANONICAL = "01932f4e-5d6c-7abc-8def-0123456789ab";

    @Test
    void saysItsVersionAndVariantWhateverTheRandomBitsAre() {
        Stream<UUID> ids =
                LongStream.of(0, -1, 0x5555_5555_5555_5555L).mapToObj(bits -> Uuid7.next(Ada.NOON, () -> bits));

        assertThat(ids).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
    }

    @Test
    void beginsWithTheMillisecondsOfItsTime() {
        UUID id = Uuid7.next(Ada.NOON, Ada.RANDOM);

        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(Ada.NOON.toEpochMilli());
    }

    @Test
    void sortsByTimeAsText() {
        List<String> inOrder = LongStream.of(0, 1, 999, 1_000, 86_400_000, 1_000_000_000_000L)
                .mapToObj(Ada.NOON::plusMillis)
                .map(at -> Uuid7.next(at, Ada.RANDOM).toString())
                .toList();

        assertThat(inOrder).isSorted();
    }

    @Test
    void differsWithinOneMillisecond() {
        Stream<UUID> ids =
                Stream.generate(() -> Uuid7.next(Ada.NOON, Ada.RANDOM)).limit(10_000);

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void reachesBackToTheFirstMillisecond() {
        UUID id = Uuid7.next(Instant.EPOCH, () -> 0);

        assertThat(id).hasToString("00000000-0000-7000-8000-000000000000");
    }

    @Test
    void isReadInEitherCase() {
        assertThat(Uuid7.parse(CANONICAL)).contains(UUID.fromString(CANONICAL));
        assertThat(Uuid7.parse("01932F4E-5D6C-7ABC-8DEF-0123456789AB")).contains(UUID.fromString(CANONICAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "01932f4e5d6c7abc8def0123456789ab",
                "{01932f4e-5d6c-7abc-8def-0123456789ab}",
                "urn:uuid:01932f4e-5d6c-7abc-8def-0123456789ab",
                " 01932f4e-5d6c-7abc-8def-0123456789ab",
                "01932f4e-5d6c-7abc-8def-0123456789ab\n",
                "01932f4e-5d6c-7abc-8def-0123456789a",
                "01932f4e-5d6c-7abc-8def-0123456789abc",
                "01932f4-e5d6c-7abc-8def-0123456789ab",
                "01932g4e-5d6c-7abc-8def-0123456789ab",
                "\u0660\u0661932f4e-5d6c-7abc-8def-0123456789ab",
            })
    void refusesEveryOtherForm(String text) {
        assertThat(Uuid7.parse(text)).isEmpty();
    }

    @Test
    void isWhatIdsAreReadFromAndShownAs() {
        assertThat(UserId.parse(CANONICAL))
                .hasValueSatisfying(id -> assertThat(id).hasToString(CANONICAL));
        assertThat(SessionId.parse(CANONICAL))
                .hasValueSatisfying(id -> assertThat(id).hasToString(CANONICAL));
        assertThat(KeyId.parse(CANONICAL))
                .hasValueSatisfying(id -> assertThat(id).hasToString(CANONICAL));
        assertThat(UserId.parse("ada")).isEmpty();
    }
}
