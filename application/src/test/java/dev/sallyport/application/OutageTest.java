package dev.sallyport.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.Wire.Loss;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.token.SignIn;
import dev.sallyport.application.token.SignedIn;
import dev.sallyport.application.user.AccountForm;
import dev.sallyport.application.user.Change;
import dev.sallyport.application.user.ProfilePatch;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.testkit.People;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The line to the stores breaks at each call in turn: "could not ask" never becomes an answer. */
final class OutageTest {

    private static final Password NEXT = new Password("Bernoulli-Numbers-1843");
    private static final Change<String> KEEP = new Change.Keep<>();
    private static final ProfilePatch PATCH = new ProfilePatch(new Change.To<>("Countess"), KEEP, KEEP);
    private static final AccountForm ADA = new AccountForm("ada@example.org", House.PASSWORD, null, null);
    private static final AccountForm GRACE = new AccountForm("grace@example.org", House.PASSWORD, "grace", null);

    /** Something done over the line in a house where Ada is signed in on a laptop; the outcome is what it comes to without an outage. */
    private record Deed(String name, String outcome, Act act) {}

    @FunctionalInterface
    private interface Act {
        Object by(User ada, SignedIn laptop, House house);
    }

    private static Stream<Deed> deeds() {
        return Stream.of(
                new Deed(
                        "verify access",
                        "Granted",
                        (ada, laptop, house) -> house.verifyAccess.verify(laptop.accessToken())),
                new Deed("sign in", "Success", (ada, laptop, house) -> house.attempt(ada, House.PASSWORD)),
                new Deed("sign in by username", "Success", OutageTest::signInByUsername),
                new Deed("sign in and rehash", "Success", OutageTest::signInAndRehash),
                new Deed(
                        "sign in wrongly",
                        "InvalidCredentials",
                        (ada, laptop, house) -> house.attempt(ada, House.WRONG)),
                new Deed(
                        "sign in as nobody",
                        "InvalidCredentials",
                        (ada, laptop, house) -> house.attempt(People.someone(), House.WRONG)),
                new Deed("sign in while suspended", "Suspended", OutageTest::signInWhileSuspended),
                new Deed("refresh", "Refreshed", (ada, laptop, house) -> house.tryToRefresh(laptop)),
                new Deed("refresh while suspended", "Invalid", OutageTest::refreshWhileSuspended),
                new Deed("sign out", "Ended", (ada, laptop, house) -> house.signOut(laptop)),
                new Deed("sign out everywhere", "Ended", OutageTest::signOutEverywhere),
                new Deed("list sessions", "Listed", (ada, laptop, house) -> house.listSessions.list(caller(laptop))),
                new Deed(
                        "end a session",
                        "Ended",
                        (ada, laptop, house) -> house.endSession.end(
                                caller(laptop), laptop.session().id(), People.LAPTOP)),
                new Deed(
                        "end other sessions",
                        "Ended",
                        (ada, laptop, house) -> house.endOtherSessions.end(caller(laptop), People.LAPTOP)),
                new Deed(
                        "register",
                        "Registered",
                        (ada, laptop, house) -> house.registerAccount.register(GRACE, People.LAPTOP)),
                new Deed(
                        "register twice",
                        "EmailTaken",
                        (ada, laptop, house) -> house.registerAccount.register(ADA, People.LAPTOP)),
                new Deed("read profile", "Shown", (ada, laptop, house) -> house.readProfile.read(caller(laptop))),
                new Deed(
                        "change profile",
                        "Changed",
                        (ada, laptop, house) -> house.changeProfile.change(caller(laptop), PATCH, People.LAPTOP)),
                new Deed(
                        "delete account",
                        "Deleted",
                        (ada, laptop, house) ->
                                house.deleteAccount.delete(caller(laptop), House.PASSWORD, People.LAPTOP)),
                new Deed(
                        "delete account wrongly",
                        "WrongPassword",
                        (ada, laptop, house) -> house.deleteAccount.delete(caller(laptop), House.WRONG, People.LAPTOP)),
                new Deed(
                        "change password",
                        "Changed",
                        (ada, laptop, house) ->
                                house.changePassword.change(caller(laptop), House.PASSWORD, NEXT, People.LAPTOP)),
                new Deed(
                        "show permissions",
                        "Shown",
                        (ada, laptop, house) -> house.showPermissions.show(Optional.of(caller(laptop)))));
    }

    private static Object signInByUsername(User ada, SignedIn laptop, House house) {
        return house.signIn.signIn(new SignIn.Name.ByUsername("ada"), House.PASSWORD, People.LAPTOP);
    }

    private static Object signInAndRehash(User ada, SignedIn laptop, House house) {
        house.hasher.raiseCost();
        return house.attempt(ada, House.PASSWORD);
    }

    private static Object signInWhileSuspended(User ada, SignedIn laptop, House house) {
        house.put(ada, UserStatus.SUSPENDED);
        return house.attempt(ada, House.PASSWORD);
    }

    private static Object refreshWhileSuspended(User ada, SignedIn laptop, House house) {
        house.put(ada, UserStatus.SUSPENDED);
        return house.tryToRefresh(laptop);
    }

    private static Object signOutEverywhere(User ada, SignedIn laptop, House house) {
        return house.signOutEverywhere.signOut(caller(laptop), People.LAPTOP);
    }

    @TestFactory
    Stream<DynamicTest> anOutageIsNeverAnAnswer() {
        return deeds().flatMap(deed -> Stream.of(Loss.values())
                .map(loss -> DynamicTest.dynamicTest(
                        deed.name() + ", " + loss + " lost", () -> breakAtEachCall(deed, loss))));
    }

    private static void breakAtEachCall(Deed deed, Loss loss) {
        int calls = callsWithoutAnOutage(deed);
        for (int number = 1; number <= calls; number++) {
            Scene scene = new Scene();
            scene.house.wire.breakAtCall(number, loss);

            assertThatExceptionOfType(StoreUnavailableException.class)
                    .as("call %d of %d", number, calls)
                    .isThrownBy(() -> scene.play(deed));
        }
    }

    private static int callsWithoutAnOutage(Deed deed) {
        Scene scene = new Scene();
        List<String> calls = scene.house.wire.during(
                () -> assertThat(scene.play(deed).getClass().getSimpleName()).isEqualTo(deed.outcome()));
        assertThat(calls).isNotEmpty();
        return calls.size();
    }

    private static Caller.InSession caller(SignedIn signedIn) {
        return new Caller.InSession(signedIn.session());
    }

    private static final class Scene {
        private final House house = House.inStep();
        private final User ada = house.moveIn(People.ada());
        private final SignedIn laptop = house.signIn(ada);

        private Object play(Deed deed) {
            return deed.act().by(ada, laptop, house);
        }
    }
}
