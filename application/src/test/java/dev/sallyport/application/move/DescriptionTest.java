package dev.sallyport.application.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.Belongings;
import dev.sallyport.testkit.People;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DescriptionTest {

    @Test
    void everyKindOfRecordHasAText() {
        Household house = Houses.with(Belongings.of(50));

        Stream<Record> everything =
                Kind.all().stream().flatMap(kind -> kind.in(house).after("").map(one -> one));

        assertThat(everything.map(Description::of))
                .hasSize(3 + 7 + 50 + 10 + 50 + 10 + 100 + 1)
                .doesNotHaveDuplicates();
    }

    @Test
    void secretsAreInItAndNotTheirMasks() {
        User ada = People.ada();

        String text = Description.of(ada);

        assertThat(text)
                .contains(ada.email().value(), ada.credentials().passwordHash().value())
                .doesNotContain("***");
    }

    @Test
    void equalRecordsHaveOneText() {
        Thing one = new Thing("a", 1L, Instant.EPOCH, List.of("b"), Map.of("c", "d", "e", "f"));
        Thing same = new Thing("a", 1L, Instant.EPOCH, List.of("b"), Map.of("e", "f", "c", "d"));

        assertThat(Description.of(one)).isEqualTo(Description.of(same));
    }

    static Stream<List<Thing>> pairs() {
        return Stream.of(
                List.of(thing("a"), thing("b")),
                List.of(thing(null), thing("-")),
                List.of(thing(null), thing("")),
                List.of(thing("a\",\"b"), thing("a\\\",\\\"b")),
                List.of(thing("a\nb"), thing("a\\10;b")),
                List.of(thing("\ud83d"), thing("?")),
                List.of(thing("é"), thing("e\u0301")),
                List.of(of(List.of("a", "b")), of(List.of("a,b"))),
                List.of(of(List.of("a", "b")), of(List.of("b", "a"))),
                List.of(of(List.of()), of(List.of(""))),
                List.of(of(Map.of("a", "b")), of(Map.of("b", "a"))),
                List.of(of(Instant.EPOCH), of(Instant.EPOCH.plusNanos(1))));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void recordsThatDifferDoNotHaveOneText(List<Thing> pair) {
        assertThat(Description.of(pair.getFirst())).isNotEqualTo(Description.of(pair.getLast()));
    }

    @Test
    void whatHasNoTextOfItsOwnIsRefused() {
        record Locked(Object lock) {}

        assertThatIllegalArgumentException().isThrownBy(() -> Description.of(new Locked(new Object())));
    }

    private static Thing thing(@Nullable String name) {
        return new Thing(name, 1L, Instant.EPOCH, List.of(), Map.of());
    }

    private static Thing of(List<String> list) {
        return new Thing("", 1L, Instant.EPOCH, list, Map.of());
    }

    private static Thing of(Map<String, String> map) {
        return new Thing("", 1L, Instant.EPOCH, List.of(), map);
    }

    private static Thing of(Instant at) {
        return new Thing("", 1L, at, List.of(), Map.of());
    }

    record Thing(@Nullable String name, long count, Instant at, List<String> list, Map<String, String> map) {}
}
