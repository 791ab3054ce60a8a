package dev.sallyport.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That the rules look at the whole house: one that sees nothing forbids nothing. */
@Tag("architecture")
final class InspectionTest {

    @Test
    void everySourceFileIsInspected() {
        List<String> written = MavenModule.all().stream()
                .flatMap(module -> module.sourceClasses().stream())
                .toList();

        assertThat(written)
                .as("source files whose class is inspected; if one is not, compile its module first")
                .allMatch(House.SALLYPORT.classes()::contain);
    }

    @Test
    void noRingIsEmpty() {
        List<String> built = MavenModule.all().stream()
                .filter(module -> !module.sourceClasses().isEmpty())
                .map(MavenModule::name)
                .toList();

        assertThat(built)
                .contains(
                        "domain",
                        "application",
                        "adapters-rest",
                        "adapters-persistence-sql",
                        "adapters-crypto",
                        "adapters-memory",
                        "bootstrap");
    }

    @Test
    void aRuleThatNamesAPackageWithNothingInItIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> House.SALLYPORT.adapter("abacus"))
                .withMessageContaining("dev.sallyport.adapters.abacus");
    }
}
