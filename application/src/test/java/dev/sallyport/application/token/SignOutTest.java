package dev.sallyport.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.House;
import dev.sallyport.application.token.RefreshSession.Result.Invalid;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.People;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SignOutTest {

    private final House house = new House();
    private final User ada = house.moveIn(People.ada());
    private final SignedIn laptop = house.signIn(ada);
    private final SignedIn phone = house.signIn(ada, People.PHONE);
    private final SignedIn somebodyElse = house.signIn(house.moveIn(People.grace()));

    @Test
    void noTokenOfTheSessionIsGoodForAnythingAfterwards() {
        SignedIn refreshed = house.refresh(laptop);

        house.signOut.signOut(house.caller(refreshed), People.LAPTOP);

        assertThat(house.letsIn(laptop)).isFalse();
        assertThat(house.letsIn(refreshed)).isFalse();
        assertThat(house.tryToRefresh(laptop)).isEqualTo(new Invalid());
        assertThat(house.tryToRefresh(refreshed)).isEqualTo(new Invalid());
    }

    @Test
    void otherSessionsLiveOn() {
        house.signOut.signOut(house.caller(laptop), People.LAPTOP);

        assertThat(house.letsIn(phone)).isTrue();
        assertThat(house.letsIn(somebodyElse)).isTrue();
    }

    @Test
    void signingOutTwiceDoesNoHarmAndIsAuditedOnce() {
        Caller caller = house.caller(laptop);

        house.signOut.signOut(caller, People.LAPTOP);
        house.signOut.signOut(caller, People.LAPTOP);

        assertThat(house.journal.only(AuditType.SESSION_ENDED).details()).isEqualTo(Map.of("reason", "sign_out"));
    }

    @Test
    void aRefreshThatHasDecidedAlreadyDoesNotBringTheSessionBack() {
        Caller caller = house.caller(laptop);
        house.wire.justBefore("SessionStore.replace", () -> house.signOut.signOut(caller, People.LAPTOP));

        RefreshSession.Result result = house.tryToRefresh(laptop);

        assertThat(result).isEqualTo(new Invalid());
        assertThat(house.sessions.find(laptop.session().id())).isEmpty();
    }

    @Test
    void signingOutEverywhereEndsEverySessionOfTheAccountAndNobodyElses() {
        house.signOutEverywhere.signOut(house.caller(laptop), People.LAPTOP);

        assertThat(house.letsIn(laptop)).isFalse();
        assertThat(house.letsIn(phone)).isFalse();
        assertThat(house.tryToRefresh(phone)).isEqualTo(new Invalid());
        assertThat(house.letsIn(somebodyElse)).isTrue();
    }

    @Test
    void signingOutEverywhereIsAuditedWithHowManyEnded() {
        house.signOutEverywhere.signOut(house.caller(laptop), People.LAPTOP);

        assertThat(house.journal.only(AuditType.SESSION_ENDED).details())
                .isEqualTo(Map.of("reason", "sign_out_everywhere", "ended", "2"));
    }

    @Test
    void whosePasswordChangedElsewhereCannotSignOutEverybody() {
        Password next = new Password("Bernoulli-Numbers-1843");
        Caller revoked = house.caller(laptop);
        User present = house.now(ada);
        house.users.replace(present, present.withPassword(house.hasher.hash(next), house.clock.instant()));
        SignedIn owner = ((SignIn.Result.Success) house.attempt(ada, next, People.PHONE)).signedIn();

        SignOutEverywhere.Result result = house.signOutEverywhere.signOut(revoked, People.LAPTOP);

        assertThat(result).isEqualTo(new SignOutEverywhere.Result.SignedOut());
        assertThat(house.letsIn(owner)).isTrue();
    }
}
