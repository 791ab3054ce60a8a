package dev.sallyport.domain.intention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.Ada;
import dev.sallyport.domain.role.RoleName;
import org.junit.jupiter.api.Test;

final class IntentionsTest {

    private final Intention removal = Intention.removal(new RoleName("LIBRARIAN"));

    @Test
    void whatIsAnnouncedStandsUntilItIsCleared() {
        Intentions announced = Intentions.NONE.with(removal, Ada.NOON);

        assertThat(announced.since(removal)).contains(Ada.NOON);
        assertThat(announced.contain(Intention.foundation())).isFalse();
        assertThat(announced.without(removal).contain(removal)).isFalse();
    }

    @Test
    void everyChangeIsANewVersionEvenIfNothingElseIsNew() {
        Intentions announced = Intentions.NONE.with(removal, Ada.NOON);

        assertThat(announced.with(removal, Ada.NOON).version()).isEqualTo(announced.version() + 1);
        assertThat(announced.without(Intention.foundation()).version()).isEqualTo(announced.version() + 1);
    }
}
