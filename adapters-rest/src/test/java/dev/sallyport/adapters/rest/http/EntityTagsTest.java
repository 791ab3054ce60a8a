package dev.sallyport.adapters.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.application.Condition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntityTagsTest {

    @Test
    void withoutIfMatchOrWithAStarAnyStateWillDo() {
        assertThat(EntityTags.condition(List.of())).isEqualTo(Condition.NONE);
        assertThat(EntityTags.condition(List.of("*"))).isEqualTo(Condition.NONE);
        assertThat(EntityTags.condition(List.of(" * "))).isEqualTo(Condition.NONE);
    }

    @Test
    void theStatesThatAreNamedWillDo() {
        assertThat(EntityTags.condition(List.of("\"7\""))).isEqualTo(only("7"));
        assertThat(EntityTags.condition(List.of("\"7\", \"8\"\t,\"\"", "\"a,b\"")))
                .isEqualTo(only("7", "8", "", "a,b"));
        assertThat(EntityTags.condition(List.of(",\"7\", ,, \"8\","))).isEqualTo(only("7", "8"));
    }

    @Test
    void aWeakTagFitsNoState() {
        assertThat(EntityTags.condition(List.of("W/\"7\", \"8\""))).isEqualTo(only("8"));
        assertThat(EntityTags.condition(List.of("W/\"7\""))).isEqualTo(only());
        assertThat(only().fits("7")).isFalse();
    }

    @Test
    void anEmptyListFitsNoState() {
        assertThat(EntityTags.condition(List.of(""))).isEqualTo(only());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "\"7",
                "7\"",
                "'7'",
                "\"7\" \"8\"",
                "\"7\";\"8\"",
                "*,\"7\"",
                "\"7\",*",
                "*,*",
                "w/\"7\"",
                "W/ \"7\"",
                "W/7",
                "\"7 8\"",
                "\"7\"8\"",
                "\"\u0100\"",
                "\"\u0007\"",
                "\"7\"\n"
            })
    void whatIsNoListOfTagsIsRefused(String line) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> EntityTags.condition(List.of(line)))
                .withMessage("request.malformed");
    }

    private static Condition only(String... tags) {
        return new Condition(Optional.of(Set.of(tags)));
    }
}
