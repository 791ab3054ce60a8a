package dev.sallyport.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.token.Caller;
import dev.sallyport.application.token.SignedIn;
import dev.sallyport.application.user.Change;
import dev.sallyport.application.user.ChangeProfile.Patch;
import dev.sallyport.application.user.RegisterAccount.Form;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.People;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a request costs, call by call: whoever adds one here has measured it. */
final class RoundTripsTest {

    private static final String FIND_SESSION = "SessionStore.find";
    private static final String FIND_USER = "UserStore.find";
    private static final String RECORD = "AuditLog.record";
    private static final String TAKE = "AttemptLimiter.take";
    private static final String GIVE_BACK = "AttemptLimiter.giveBack";

    private final House house = new House();
    private final User ada = house.moveIn(People.ada());
    private final SignedIn signedIn = house.signIn(ada);
    private final Caller caller = new Caller(signedIn.session());

    @Test
    void checkingAnAccessTokenTakesOne() {
        List<String> calls = house.wire.during(() -> house.verifyAccess.verify(signedIn.accessToken()));

        assertThat(calls).containsExactly(FIND_SESSION);
    }

    @Test
    void readingOnesProfileTakesTwo() {
        List<String> calls = house.wire.during(() -> house.readProfile.read(house.caller(signedIn)));

        assertThat(calls).containsExactly(FIND_SESSION, FIND_USER);
    }

    @Test
    void refreshingTakesFour() {
        List<String> calls = house.wire.during(() -> house.refresh(signedIn));

        assertThat(calls).containsExactly(FIND_SESSION, FIND_USER, "SessionStore.replace", RECORD);
    }

    @Test
    void refreshingAgainInsideTheGraceWindowTakesThree() {
        house.refresh(signedIn);

        List<String> calls = house.wire.during(() -> house.refresh(signedIn));

        assertThat(calls).containsExactly(FIND_SESSION, FIND_USER, RECORD);
    }

    @Test
    void noticingReuseTakesThree() {
        house.refresh(house.refresh(signedIn));

        List<String> calls = house.wire.during(() -> house.tryToRefresh(signedIn));

        assertThat(calls).containsExactly(FIND_SESSION, "SessionStore.end", RECORD);
    }

    @Test
    void signingInTakesSix() {
        List<String> calls = house.wire.during(() -> house.signIn(ada));

        assertThat(calls)
                .containsExactly(
                        TAKE, "UserStore.findByEmail", GIVE_BACK, "SessionStore.add", "UserStore.recordSignIn", RECORD);
    }

    @Test
    void failingToSignInTakesThreeWhetherTheAccountIsThereOrNot() {
        List<String> known = house.wire.during(() -> house.attempt(ada, House.WRONG));
        List<String> unknown = house.wire.during(() -> house.attempt(People.someone(), House.WRONG));

        assertThat(known).containsExactly(TAKE, "UserStore.findByEmail", RECORD);
        assertThat(unknown).isEqualTo(known);
    }

    @Test
    void beingThrottledTakesOne() {
        for (int i = 0; i < 6; i++) {
            house.attempt(ada, House.WRONG);
        }

        List<String> calls = house.wire.during(() -> house.attempt(ada, House.PASSWORD));

        assertThat(calls).containsExactly(TAKE);
    }

    @Test
    void signingOutTakesThreeWithTheCheckOfTheToken() {
        List<String> calls = house.wire.during(() -> house.signOut.signOut(house.caller(signedIn), People.LAPTOP));

        assertThat(calls).containsExactly(FIND_SESSION, "SessionStore.end", RECORD);
    }

    @Test
    void registeringTakesSix() {
        Form form = new Form("grace@example.org", House.PASSWORD, null, null);

        List<String> calls = house.wire.during(() -> house.registerAccount.register(form, People.PHONE));

        assertThat(calls)
                .containsExactly(TAKE, "UserStore.add", RECORD, "SessionStore.add", "UserStore.recordSignIn", RECORD);
    }

    @Test
    void changingOnesPasswordTakesEight() {
        Password next = new Password("Bernoulli-Numbers-1843");

        List<String> calls =
                house.wire.during(() -> house.changePassword.change(caller, House.PASSWORD, next, People.LAPTOP));

        assertThat(calls)
                .containsExactly(
                        FIND_USER,
                        TAKE,
                        GIVE_BACK,
                        "UserStore.replace",
                        FIND_SESSION,
                        "SessionStore.replace",
                        RECORD,
                        "SessionStore.endOthers");
    }

    @Test
    void changingOnesProfileTakesThree() {
        Change<String> keep = new Change.Keep<>();
        Patch patch = new Patch(new Change.To<>("Countess"), keep, keep);

        List<String> calls = house.wire.during(() -> house.changeProfile.change(caller, patch, People.LAPTOP));

        assertThat(calls).containsExactly(FIND_USER, "UserStore.replace", RECORD);
    }
}
