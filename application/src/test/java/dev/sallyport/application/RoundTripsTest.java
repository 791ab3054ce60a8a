package dev.sallyport.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.token.Caller;
import dev.sallyport.application.token.SignedIn;
import dev.sallyport.application.user.AccountForm;
import dev.sallyport.application.user.Change;
import dev.sallyport.application.user.ProfilePatch;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.People;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a request costs, trip by trip: whoever adds one here has measured it. Calls that go out together share a trip. Each call is one
 * here; the port's Javadoc says which a store may need two for, and that is {@code SessionStore.add}.
 */
final class RoundTripsTest {

    private static final String FIND_SESSION = "SessionStore.find";
    private static final String ADD_SESSION = "SessionStore.add";
    private static final String REPLACE_SESSION = "SessionStore.replace";
    private static final String END_SESSION = "SessionStore.end";
    private static final String FIND_USER = "UserStore.find";
    private static final String FIND_USER_BY_EMAIL = "UserStore.findByEmail";
    private static final String REPLACE_USER = "UserStore.replace";
    private static final String RECORD_SIGN_IN = "UserStore.recordSignIn";
    private static final String RECORD = "AuditLog.record";
    private static final String TAKE = "AttemptLimiter.take";
    private static final String GIVE_BACK = "AttemptLimiter.giveBack";

    private final House house = House.inStep();
    private final User ada = house.moveIn(People.ada());
    private final SignedIn signedIn = house.signIn(ada);
    private final Caller.InSession caller = new Caller.InSession(signedIn.session());

    @Test
    void checkingAnAccessTokenTakesOne() {
        var trips = house.wire.tripsDuring(() -> house.verifyAccess.verify(signedIn.accessToken()));

        assertThat(trips).containsExactly(trip(FIND_SESSION));
    }

    @Test
    void readingOnesProfileTakesTwo() {
        var trips = house.wire.tripsDuring(() -> house.readProfile.read(house.caller(signedIn)));

        assertThat(trips).containsExactly(trip(FIND_SESSION), trip(FIND_USER));
    }

    @Test
    void refreshingTakesFour() {
        var trips = house.wire.tripsDuring(() -> house.refresh(signedIn));

        assertThat(trips).containsExactly(trip(FIND_SESSION), trip(FIND_USER), trip(REPLACE_SESSION), trip(RECORD));
    }

    @Test
    void refreshingAgainInsideTheGraceWindowTakesThree() {
        house.refresh(signedIn);

        var trips = house.wire.tripsDuring(() -> house.refresh(signedIn));

        assertThat(trips).containsExactly(trip(FIND_SESSION), trip(FIND_USER), trip(RECORD));
    }

    @Test
    void noticingReuseTakesThree() {
        house.refresh(house.refresh(signedIn));

        var trips = house.wire.tripsDuring(() -> house.tryToRefresh(signedIn));

        assertThat(trips).containsExactly(trip(FIND_SESSION), trip(END_SESSION), trip(RECORD));
    }

    @Test
    void signingInTakesFour() {
        var trips = house.wire.tripsDuring(() -> house.signIn(ada));

        assertThat(trips)
                .containsExactly(
                        trip(TAKE),
                        trip(FIND_USER_BY_EMAIL),
                        trip(GIVE_BACK, ADD_SESSION),
                        trip(RECORD, RECORD_SIGN_IN));
    }

    @Test
    void signingInTakesNoMoreWhenItEndsTheOldestSession() {
        House small = House.inStep(new SessionPolicy(Duration.ofDays(7), Duration.ofDays(30), Duration.ZERO, 1));
        User grace = small.moveIn(People.grace());
        small.signIn(grace);

        var trips = small.wire.tripsDuring(() -> small.signIn(grace));

        assertThat(trips).hasSize(4).last().isEqualTo(trip(RECORD, RECORD, RECORD_SIGN_IN));
    }

    @Test
    void failingToSignInTakesThreeWhetherTheAccountIsThereOrNot() {
        var known = house.wire.tripsDuring(() -> house.attempt(ada, House.WRONG));
        var unknown = house.wire.tripsDuring(() -> house.attempt(People.someone(), House.WRONG));

        assertThat(known).containsExactly(trip(TAKE), trip(FIND_USER_BY_EMAIL), trip(RECORD));
        assertThat(unknown).isEqualTo(known);
    }

    @Test
    void beingThrottledTakesOne() {
        for (int i = 0; i < 6; i++) {
            house.attempt(ada, House.WRONG);
        }

        var trips = house.wire.tripsDuring(() -> house.attempt(ada, House.PASSWORD));

        assertThat(trips).containsExactly(trip(TAKE));
    }

    @Test
    void signingOutTakesTwo() {
        var trips = house.wire.tripsDuring(() -> house.signOut(signedIn));

        assertThat(trips).containsExactly(trip(END_SESSION), trip(RECORD));
    }

    @Test
    void registeringTakesFour() {
        AccountForm form = new AccountForm("grace@example.org", House.PASSWORD, null, null);

        var trips = house.wire.tripsDuring(() -> house.registerAccount.register(form, People.PHONE));

        assertThat(trips)
                .containsExactly(
                        trip(TAKE), trip("UserStore.add"), trip(RECORD, ADD_SESSION), trip(RECORD, RECORD_SIGN_IN));
    }

    @Test
    void changingOnesPasswordTakesSix() {
        Password next = new Password("Bernoulli-Numbers-1843");

        var trips =
                house.wire.tripsDuring(() -> house.changePassword.change(caller, House.PASSWORD, next, People.LAPTOP));

        assertThat(trips)
                .containsExactly(
                        trip(FIND_USER),
                        trip(TAKE),
                        trip(GIVE_BACK),
                        trip(REPLACE_USER),
                        trip("SessionStore.endOthers", RECORD, FIND_SESSION),
                        trip(REPLACE_SESSION));
    }

    @Test
    void changingOnesProfileTakesThree() {
        Change<String> keep = new Change.Keep<>();
        ProfilePatch patch = new ProfilePatch(new Change.To<>("Countess"), keep, keep);

        var trips = house.wire.tripsDuring(() -> house.changeProfile.change(caller, patch, People.LAPTOP));

        assertThat(trips).containsExactly(trip(FIND_USER), trip(REPLACE_USER), trip(RECORD));
    }

    /** The count itself: what goes out together waits as long as the longest of it, and what comes after it waits again. */
    @Test
    void theCountTellsOneAfterTheOtherFromTogether() {
        Runnable one = () -> house.verifyAccess.verify(signedIn.accessToken());
        Runnable two = () -> house.readProfile.read(house.caller(signedIn));

        var inTurn = house.wire.tripsDuring(() -> {
            one.run();
            one.run();
        });
        var together = house.wire.tripsDuring(() -> {
            house.together.run(one, two);
            one.run();
        });

        assertThat(inTurn).containsExactly(trip(FIND_SESSION), trip(FIND_SESSION));
        assertThat(together).containsExactly(trip(FIND_SESSION, FIND_SESSION), trip(FIND_USER), trip(FIND_SESSION));
    }

    private static List<String> trip(String... calls) {
        return List.of(calls);
    }
}
