package dev.sallyport.application.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.House;
import dev.sallyport.application.InputProblem.PasswordUnacceptable;
import dev.sallyport.application.password.ChangePassword.Result;
import dev.sallyport.application.password.ChangePassword.Result.Changed;
import dev.sallyport.application.password.ChangePassword.Result.Invalid;
import dev.sallyport.application.password.ChangePassword.Result.SignedOut;
import dev.sallyport.application.password.ChangePassword.Result.WrongPassword;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.token.RefreshSession;
import dev.sallyport.application.token.SignIn;
import dev.sallyport.application.token.SignedIn;
import dev.sallyport.application.user.ReadProfile;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.password.PasswordPolicy.Violation;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.Race;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChangePasswordTest {

    private static final Password NEXT = new Password("Bernoulli-Numbers-1843");

    private final House house = new House();
    private final User ada = house.moveIn(People.ada());
    private final SignedIn laptop = house.signIn(ada);
    private final SignedIn phone = house.signIn(ada, People.PHONE);
    private final Caller.InSession caller = house.caller(laptop);

    @Test
    void theNewPasswordSignsInAndTheOldOneDoesNot() {
        Result result = change(House.PASSWORD, NEXT);

        assertThat(result).isEqualTo(new Changed());
        assertThat(house.attempt(ada, NEXT)).isInstanceOf(SignIn.Result.Success.class);
        assertThat(house.attempt(ada, House.PASSWORD)).isEqualTo(new SignIn.Result.InvalidCredentials());
        assertThat(house.journal.only(AuditType.PASSWORD_CHANGED).session())
                .isEqualTo(laptop.session().id());
    }

    @Test
    void everyOtherSessionEnds() {
        change(House.PASSWORD, NEXT);

        assertThat(house.letsIn(phone)).isFalse();
        assertThat(house.tryToRefresh(phone)).isEqualTo(new RefreshSession.Result.Invalid());
    }

    @Test
    void theSessionItWasDoneInLivesOn() {
        change(House.PASSWORD, NEXT);

        assertThatItLives(laptop);
    }

    @Test
    void aWrongPasswordChangesNothingAndIsAudited() {
        Result result = change(House.WRONG, NEXT);

        assertThat(result).isEqualTo(new WrongPassword());
        assertThat(house.now(ada).credentials()).isEqualTo(ada.credentials());
        assertThat(house.letsIn(phone)).isTrue();
        assertThat(house.journal.events(AuditType.PASSWORD_CHECK_FAILED)).hasSize(1);
    }

    @Test
    void anUnacceptablePasswordCostsNeitherAnAttemptNorAHash() {
        int comparisons = house.hasher.comparisons();
        for (int i = 0; i < 10; i++) {
            assertThat(change(House.WRONG, House.COMMON))
                    .isEqualTo(new Invalid(List.of(new PasswordUnacceptable(new Violation.TooCommon()))));
        }

        assertThat(house.hasher.comparisons()).isEqualTo(comparisons);
        assertThat(change(House.PASSWORD, NEXT)).isEqualTo(new Changed());
    }

    @Test
    void aPasswordMayNotBeWhoOneIs() {
        assertThat(change(House.PASSWORD, new Password("ADA")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .contains(new PasswordUnacceptable(new Violation.SameAsIdentity())));
    }

    @Test
    void otherSessionsAreNotHonouredEvenWhereTheyCouldNotBeEnded() {
        house.wire.breakAt("SessionStore.endOthers");

        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> change(House.PASSWORD, NEXT));
        house.wire.mend();

        assertThat(house.readProfile.read(house.caller(phone))).isEqualTo(new ReadProfile.Result.SignedOut());
        assertThat(house.tryToRefresh(phone)).isEqualTo(new RefreshSession.Result.Invalid());
        assertThatItLives(laptop);
    }

    @Test
    void ifItsSessionCouldNotBeCarriedOverOneSignsInAnew() {
        house.wire.breakAt("SessionStore.replace");

        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> change(House.PASSWORD, NEXT));
        house.wire.mend();

        assertThat(house.readProfile.read(caller)).isEqualTo(new ReadProfile.Result.SignedOut());
        assertThat(house.attempt(ada, NEXT)).isInstanceOf(SignIn.Result.Success.class);
        assertThat(house.journal.events(AuditType.PASSWORD_CHANGED)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UserStore.find", "UserStore.replace"})
    void itsSessionLivesOnWhenItsOtherTabRefreshesJustBefore(String call) {
        house.wire.justBefore(call, () -> house.refresh(laptop));

        Result result = change(House.PASSWORD, NEXT);

        assertThat(result).isEqualTo(new Changed());
        assertThatItLives(laptop);
    }

    @Test
    void itsSessionLivesOnWhenItsOtherTabRefreshesOnceItIsCarriedOver() {
        house.wire.justAfter("SessionStore.replace", () -> house.refresh(laptop));

        Result result = change(House.PASSWORD, NEXT);

        assertThat(result).isEqualTo(new Changed());
        assertThatItLives(laptop);
    }

    @Test
    void aRefreshThatHasDecidedAlreadyDoesNotUndoTheCarryingOver() {
        house.wire.justBefore("SessionStore.replace", () -> change(House.PASSWORD, NEXT));

        SignedIn refreshed = house.refresh(laptop);

        assertThatItLives(refreshed);
    }

    @Test
    void anAccountThatChangedMeanwhileIsLookedAtAgain() {
        house.wire.justBefore("UserStore.replace", () -> {
            User present = house.now(ada);
            house.users.replace(present, present.withProfile(People.alan().profile(), house.clock.instant()));
        });

        assertThat(change(House.PASSWORD, NEXT)).isEqualTo(new Changed());
        assertThat(house.now(ada).profile()).isEqualTo(People.alan().profile());
    }

    @Test
    void aSessionOpenedWithTheOldPasswordMeanwhileIsNotHonoured() {
        house.wire.justBefore("SessionStore.add", () -> change(House.PASSWORD, NEXT));

        SignedIn tooLate = house.signIn(ada, People.PHONE);

        assertThat(house.readProfile.read(house.caller(tooLate))).isEqualTo(new ReadProfile.Result.SignedOut());
        assertThat(house.tryToRefresh(tooLate)).isEqualTo(new RefreshSession.Result.Invalid());
    }

    @RepeatedTest(10)
    void ofManyChangesFromManySessionsOneIsMadeAndItsSessionAloneLives() {
        House busy = new House();
        User grace = busy.moveIn(People.grace());
        List<SignedIn> devices = Race.of(16, number -> busy.signIn(grace));
        List<Caller.InSession> callers = devices.stream().map(busy::caller).toList();

        List<Result> results = Race.of(
                16,
                number -> busy.changePassword.change(
                        callers.get(number), House.PASSWORD, new Password("Compiler-" + number), People.LAPTOP));

        int winner = results.indexOf(new Changed());
        assertThat(results).filteredOn(new Changed()::equals).hasSize(1);
        assertThat(results).allMatch(result -> !(result instanceof WrongPassword));
        assertThat(devices).filteredOn(busy::letsIn).containsExactly(devices.get(winner));
        assertThat(busy.attempt(grace, new Password("Compiler-" + winner))).isInstanceOf(SignIn.Result.Success.class);
    }

    @Test
    void whoseSessionWasRevokedMeanwhileChangesNothing() {
        Caller.InSession onThePhone = house.caller(phone);
        house.wire.justBefore("UserStore.replace", () -> change(House.PASSWORD, NEXT));

        Result result =
                house.changePassword.change(onThePhone, House.PASSWORD, new Password("Stolen-Engine-1"), People.PHONE);

        assertThat(result).isEqualTo(new SignedOut());
        assertThat(house.attempt(ada, NEXT)).isInstanceOf(SignIn.Result.Success.class);
    }

    private Result change(Password current, Password next) {
        return house.changePassword.change(caller, current, next, People.LAPTOP);
    }

    private void assertThatItLives(SignedIn signedIn) {
        assertThat(house.readProfile.read(house.caller(signedIn))).isInstanceOf(ReadProfile.Result.Shown.class);
        assertThat(house.tryToRefresh(signedIn)).isInstanceOf(RefreshSession.Result.Refreshed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SessionStore.find", "SessionStore.replace"})
    void itsSessionLivesOnWhenItsOtherTabRefreshesBeforeItIsCarriedOver(String call) {
        house.wire.justBefore("UserStore.replace", () -> house.wire.justBefore(call, () -> house.tryToRefresh(laptop)));

        house.changePassword.change(house.caller(laptop), House.PASSWORD, NEXT, People.LAPTOP);

        assertThat(house.letsIn(laptop)).isTrue();
    }
}
