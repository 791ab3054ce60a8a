package dev.sallyport.domain.intention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.Ada;
import dev.sallyport.domain.role.RoleName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IntentionsTest {

    private final Aim removal = Aim.removal(new RoleName("LIBRARIAN"));
    private final Intention adas = new Intention(removal, "ada");
    private final Intention graces = new Intention(removal, "grace");

    @Test
    void whatIsAnnouncedStandsUntilItIsCleared() {
        Intentions announced = Intentions.NONE.with(adas, Ada.NOON);

        assertThat(announced.since(removal)).contains(Ada.NOON);
        assertThat(announced.contain(Aim.foundation())).isFalse();
        assertThat(announced.without(adas).contain(removal)).isFalse();
    }

    @Test
    void whatTwoAreAboutToDoStandsUntilBothHaveClearedIt() {
        Intentions both = Intentions.NONE.with(adas, Ada.NOON.plusMillis(1)).with(graces, Ada.NOON);

        assertThat(both.since(removal)).contains(Ada.NOON.plusMillis(1));
        assertThat(both.without(adas).since(removal)).contains(Ada.NOON);
        assertThat(both.without(adas).without(graces).contain(removal)).isFalse();
        assertThat(both.without(removal).since()).isEmpty();
    }

    @Test
    void everyChangeIsANewVersionEvenIfNothingElseIsNew() {
        Intentions announced = Intentions.NONE.with(adas, Ada.NOON);

        assertThat(announced.with(adas, Ada.NOON).version()).isEqualTo(announced.version() + 1);
        assertThat(announced.without(graces).version()).isEqualTo(announced.version() + 1);
        assertThat(announced.without(Aim.foundation()).version()).isEqualTo(announced.version() + 1);
    }

    /** The second is from before there were owners. */
    @ParameterizedTest
    @ValueSource(strings = {"removal:LIBRARIAN/ada", "removal:LIBRARIAN", "removal:LIBRARIAN/a/b"})
    void whatIsKeptAsTextIsReadAgain(String text) {
        Intention read = Intention.of(text);

        assertThat(read.aim()).isEqualTo(removal);
        assertThat(read.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/ada", "removal:LIBRARIAN/ada lovelace", "removal:LIBRARIAN/é"})
    void nonsenseIsNoIntention(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Intention.of(text));
    }

    @Test
    void theLongestRoleFitsWithAnOwner() {
        Aim longest = Aim.removal(new RoleName("R".repeat(64)));

        Intention intention = new Intention(longest, "0123456789abcdef");

        assertThat(intention.text()).hasSizeLessThanOrEqualTo(Intention.MAX_LENGTH);
    }
}
