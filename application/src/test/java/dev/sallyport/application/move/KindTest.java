package dev.sallyport.application.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KindTest {

    @Test
    void everythingThatAHouseholdHasIsOfAKindAndSoIsMoved() {
        Household house = Houses.empty();

        List<Object> moved =
                Kind.all().stream().<Object>map(kind -> kind.in(house)).toList();

        assertThat(moved)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Household.class.getRecordComponents())
                        .map(component -> valueOf(component, house))
                        .toList());
    }

    private static Object valueOf(RecordComponent component, Household house) {
        try {
            return component.getAccessor().invoke(house);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("A household cannot be read", e);
        }
    }
}
