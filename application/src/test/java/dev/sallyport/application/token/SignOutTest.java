package dev.sallyport.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.House;
import dev.sallyport.application.token.RefreshSession.Result.Invalid;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.token.AccessClaims;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.Race;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
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

        house.signOut(refreshed);

        assertThat(house.letsIn(laptop)).isFalse();
        assertThat(house.letsIn(refreshed)).isFalse();
        assertThat(house.tryToRefresh(laptop)).isEqualTo(new Invalid());
        assertThat(house.tryToRefresh(refreshed)).isEqualTo(new Invalid());
    }

    @Test
    void otherSessionsLiveOn() {
        house.signOut(laptop);

        assertThat(house.letsIn(phone)).isTrue();
        assertThat(house.letsIn(somebodyElse)).isTrue();
    }

    @Test
    void signingOutIsAudited() {
        house.signOut(laptop);

        AuditEvent event = house.journal.only(AuditType.SESSION_ENDED);

        assertThat(event.actor()).isEqualTo(ada.id());
        assertThat(event.subject()).isEqualTo(ada.id());
        assertThat(event.session()).isEqualTo(laptop.session().id());
        assertThat(event.details()).isEqualTo(Map.of("reason", "sign_out"));
    }

    @Test
    void whoIsSignedOutAlreadyIsToldSoAndNothingIsAudited() {
        house.signOut(laptop);

        SignOut.Result result = house.signOut(laptop);

        assertThat(result).isEqualTo(new SignOut.Result.SignedOut());
        assertThat(house.journal.events(AuditType.SESSION_ENDED)).hasSize(1);
    }

    @RepeatedTest(10)
    void ofManyWhoSignOutOfOneSessionAtOnceOneEndsIt() {
        List<SignOut.Result> results = Race.of(64, number -> house.signOut(laptop));

        assertThat(results).filteredOn(new SignOut.Result.Ended()::equals).hasSize(1);
        assertThat(house.journal.events(AuditType.SESSION_ENDED)).hasSize(1);
    }

    @Test
    void aTokenThatNamesSomebodyElsesSessionEndsNothing() {
        AccessClaims mine = house.claims(laptop);
        AccessClaims forged = new AccessClaims(
                mine.id(), mine.user(), somebodyElse.session().id(), mine.role(), mine.issuedAt(), mine.expiresAt());

        SignOut.Result result = house.signOut.signOut(forged, People.LAPTOP);

        assertThat(result).isEqualTo(new SignOut.Result.SignedOut());
        assertThat(house.letsIn(somebodyElse)).isTrue();
    }

    @Test
    void whoseAccountIsSuspendedMaySignOut() {
        house.put(ada, UserStatus.SUSPENDED);

        SignOut.Result result = house.signOut(laptop);

        assertThat(result).isEqualTo(new SignOut.Result.Ended());
        assertThat(house.sessions.find(laptop.session().id())).isEmpty();
    }

    @Test
    void aRefreshThatHasDecidedAlreadyDoesNotBringTheSessionBack() {
        house.wire.justBefore("SessionStore.replace", () -> house.signOut(laptop));

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
        Caller.InSession revoked = house.caller(laptop);
        User present = house.now(ada);
        house.users.replace(present, present.withPassword(house.hasher.hash(next), house.clock.instant()));
        SignedIn owner = ((SignIn.Result.Success) house.attempt(ada, next, People.PHONE)).signedIn();

        SignOutEverywhere.Result result = house.signOutEverywhere.signOut(revoked, People.LAPTOP);

        assertThat(result).isEqualTo(new SignOutEverywhere.Result.SignedOut());
        assertThat(house.letsIn(owner)).isTrue();
    }
}
