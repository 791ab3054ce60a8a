package dev.sallyport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rule of the house. It holds in ours, and a class that breaks it shows that it bites. */
@Tag("architecture")
interface HouseRule {

    ArchRule in(House house);

    /** Lives in {@link House#CROOKED} and breaks the rule. */
    Class<?> offender();

    /** Classes of ours that may break the rule, by name, each with the reason. */
    default Map<String, String> exceptions() {
        return Map.of();
    }

    @Test
    default void holds() {
        List<String> breaches = breaches(House.SALLYPORT);

        assertThat(breaches)
                .as(in(House.SALLYPORT).getDescription())
                .filteredOn(breach -> exceptions().keySet().stream().noneMatch(name -> isBy(name, breach)))
                .isEmpty();
        assertThat(exceptions().keySet())
                .as("exceptions that are still needed")
                .allMatch(name -> breaches.stream().anyMatch(breach -> isBy(name, breach)));
    }

    @Test
    default void bites() {
        List<String> breaches = breaches(House.CROOKED);

        assertThat(breaches)
                .as(in(House.CROOKED).getDescription())
                .anyMatch(breach -> isBy(offender().getName(), breach));
    }

    private List<String> breaches(House house) {
        return in(house).evaluate(house.classes()).getFailureReport().getDetails();
    }

    /** ArchUnit puts names between angle brackets, first the one that does what it must not. */
    private static boolean isBy(String name, String breach) {
        return Pattern.compile("[^<]*<" + Pattern.quote(name) + "\\b")
                .matcher(breach)
                .lookingAt();
    }
}
