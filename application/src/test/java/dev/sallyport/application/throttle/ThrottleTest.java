package dev.sallyport.application.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.House;
import dev.sallyport.application.apikey.NewApiKey;
import dev.sallyport.application.apikey.VerifyApiKey;
import dev.sallyport.application.password.ChangePassword;
import dev.sallyport.application.throttle.Throttle.Refusal;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.token.SignIn;
import dev.sallyport.application.token.SignIn.Result.InvalidCredentials;
import dev.sallyport.application.token.SignIn.Result.Success;
import dev.sallyport.application.token.SignIn.Result.Throttled;
import dev.sallyport.application.user.DeleteAccount;
import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.password.HashingBusyException;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.throttle.Limit;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ThrottleTest {

    private static final Limit SIGN_IN = ThrottlePolicy.DEFAULT.signIn();

    private static final Password NEXT = new Password("Brand-New-1");

    private final House house = new House();
    private final User ada = house.moveIn(People.ada());

    @Test
    void afterFiveFailuresEvenTheRightPasswordIsNotLookedAt() {
        fail(5);

        SignIn.Result result = house.attempt(ada, House.PASSWORD);

        assertThat(result).isEqualTo(new Throttled(new Refusal(SIGN_IN, SIGN_IN.window())));
        assertThat(house.hasher.comparisons()).isEqualTo(5);
    }

    @Test
    void theFifthAttemptIsStillLookedAt() {
        fail(4);

        assertThat(house.attempt(ada, House.PASSWORD)).isInstanceOf(Success.class);
    }

    @Test
    void aRefusalSaysHowLongToWait() {
        fail(1);
        house.clock.step(Duration.ofMinutes(10));
        fail(4);

        SignIn.Result result = house.attempt(ada, House.PASSWORD);

        assertThat(result).isEqualTo(new Throttled(new Refusal(SIGN_IN, Duration.ofMinutes(5))));
    }

    @Test
    void theWindowEndsByTheClock() {
        fail(6);

        house.clock.step(SIGN_IN.window().minusMillis(1));
        SignIn.Result before = house.attempt(ada, House.PASSWORD);
        house.clock.step(Duration.ofMillis(1));
        SignIn.Result after = house.attempt(ada, House.PASSWORD);

        assertThat(before).isEqualTo(new Throttled(new Refusal(SIGN_IN, Duration.ofMillis(1))));
        assertThat(after).isInstanceOf(Success.class);
    }

    @Test
    void successesDoNotCount() {
        for (int i = 0; i < 20; i++) {
            house.signIn(ada);
        }

        fail(5);

        assertThat(house.attempt(ada, House.PASSWORD)).isInstanceOf(Throttled.class);
    }

    @Test
    void aSuccessForgivesNoFailures() {
        fail(4);
        house.signIn(ada);
        fail(1);

        assertThat(house.attempt(ada, House.PASSWORD)).isInstanceOf(Throttled.class);
    }

    @Test
    void aRightPasswordForASuspendedAccountDoesNotCount() {
        User grace = house.put(house.moveIn(People.grace()), UserStatus.SUSPENDED);
        for (int i = 0; i < 10; i++) {
            house.attempt(grace, House.PASSWORD);
        }

        assertThat(house.attempt(ada, House.PASSWORD)).isInstanceOf(Success.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SessionStore.add", "UserStore.recordSignIn", "AuditLog.record"})
    void aRightPasswordIsGivenBackOnceEvenIfSigningInBreaksAfterIt(String call) {
        fail(4);
        house.wire.breakAt(call);
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> house.attempt(ada, House.PASSWORD));
        }
        house.wire.mend();

        SignIn.Result fifth = house.attempt(ada, House.WRONG);
        SignIn.Result sixth = house.attempt(ada, House.PASSWORD);

        assertThat(fifth).isEqualTo(new InvalidCredentials());
        assertThat(sixth).isInstanceOf(Throttled.class);
    }

    @Test
    void failuresForAnyNameCountTogether() {
        User grace = house.moveIn(People.grace());
        fail(2);
        house.attempt(grace, House.WRONG);
        house.attempt(People.someone(), House.WRONG);
        house.signIn.signIn(new SignIn.Name.ByUsername("?"), House.WRONG, People.LAPTOP);

        assertThat(house.attempt(grace, House.PASSWORD)).isInstanceOf(Throttled.class);
    }

    @Test
    void anotherAddressIsNotAffected() {
        fail(6);

        assertThat(house.attempt(ada, House.PASSWORD, People.PHONE)).isInstanceOf(Success.class);
    }

    @Test
    void neighboursInOneIpv6NetworkCountTogether() {
        for (byte host = 1; host <= 5; host++) {
            house.attempt(ada, House.WRONG, ipv6(host));
        }

        assertThat(house.attempt(ada, House.PASSWORD, ipv6((byte) 77))).isInstanceOf(Throttled.class);
    }

    @RepeatedTest(10)
    void ofManyGuessesAtOnceExactlyFiveAreLookedAt() {
        House stormed = new House();
        User grace = stormed.moveIn(People.grace());

        List<SignIn.Result> results = Race.of(64, number -> stormed.attempt(grace, House.WRONG));

        assertThat(results).filteredOn(new InvalidCredentials()::equals).hasSize(5);
        assertThat(results).filteredOn(Throttled.class::isInstance).hasSize(59);
        assertThat(stormed.hasher.comparisons()).isEqualTo(5);
        assertThat(stormed.journal.events(AuditType.THROTTLE_EXCEEDED)).hasSize(1);
    }

    @RepeatedTest(10)
    void ofManyWhoSignInRightlyFromOneAddressAtOnceAllGetIn() {
        House office = new House();
        User grace = office.moveIn(People.grace());

        List<SignIn.Result> results = Race.of(64, number -> office.attempt(grace, House.PASSWORD));

        assertThat(results).hasOnlyElementsOfType(Success.class);
    }

    @Test
    void theFirstRefusalOfAWindowIsAuditedAndNoOther() {
        fail(8);

        AuditEvent event = house.journal.only(AuditType.THROTTLE_EXCEEDED);

        assertThat(event.actor()).isNull();
        assertThat(event.subject()).isNull();
        assertThat(event.origin()).isEqualTo(People.LAPTOP);
        assertThat(event.details()).isEqualTo(Map.of("limit", "sign-in"));
    }

    /** So that it is found, and erased, with whatever else concerns that account. */
    @Test
    void aRefusalThatConcernsAnAccountIsAuditedAsSuch() {
        Caller.InSession caller = house.caller(house.signIn(ada));
        for (int i = 0; i < 6; i++) {
            house.deleteAccount.delete(caller, House.WRONG, People.LAPTOP);
        }

        AuditEvent event = house.journal.only(AuditType.THROTTLE_EXCEEDED);

        assertThat(event.subject()).isEqualTo(ada.id());
        assertThat(event.details()).isEqualTo(Map.of("limit", "password-check"));
    }

    /** Its requests are never given back, so that waiting for those under way would be in vain. */
    @Test
    @Timeout(5)
    void aKeyBeyondItsLimitIsToldSoAtOnceWhateverIsUnderWay() {
        House strict = new House(new ThrottlePolicy(true, SIGN_IN, SIGN_IN, new Limit(1, Duration.ofMinutes(1))));
        User grace = strict.put(strict.moveIn(People.grace()), RoleName.ADMIN);
        NewApiKey key = strict.makeKey(strict.caller(strict.signIn(grace)), Permission.USERS_READ);
        AtomicReference<VerifyApiKey.Result> second = new AtomicReference<>();
        strict.wire.justAfter("AttemptLimiter.take", () -> second.set(verify(strict, key)));

        VerifyApiKey.Result first = verify(strict, key);

        assertThat(first).isInstanceOf(VerifyApiKey.Result.Granted.class);
        assertThat(second.get()).isInstanceOf(VerifyApiKey.Result.Throttled.class);
        AuditEvent event = strict.journal.only(AuditType.THROTTLE_EXCEEDED);
        assertThat(event.subject()).isEqualTo(grace.id());
        assertThat(event.details())
                .isEqualTo(Map.of("limit", "api-key", "api_key", key.key().id().toString()));
    }

    private static VerifyApiKey.Result verify(House house, NewApiKey key) {
        return house.verifyApiKey.verify(key.text().reveal(), People.PHONE);
    }

    @Test
    void theNextWindowIsAuditedAnew() {
        fail(8);
        house.clock.step(SIGN_IN.window());

        fail(8);

        assertThat(house.journal.events(AuditType.THROTTLE_EXCEEDED)).hasSize(2);
    }

    @Test
    void passwordsAskedForAgainCountPerAccountWhereverTheyComeFrom() {
        Caller.InSession caller = house.caller(house.signIn(ada));
        for (int i = 0; i < 3; i++) {
            house.changePassword.change(caller, House.WRONG, NEXT, People.LAPTOP);
        }
        for (int i = 0; i < 2; i++) {
            house.deleteAccount.delete(caller, House.WRONG, People.PHONE);
        }

        assertThat(house.deleteAccount.delete(caller, House.PASSWORD, ipv6((byte) 1)))
                .isEqualTo(new DeleteAccount.Result.Throttled(new Refusal(SIGN_IN, SIGN_IN.window())));
        assertThat(house.attempt(ada, House.PASSWORD)).isInstanceOf(Success.class);
    }

    @RepeatedTest(10)
    void ofManyPasswordsAskedForAgainAtOnceExactlyFiveAreLookedAt() {
        House stormed = new House();
        Caller.InSession caller = stormed.caller(stormed.signIn(stormed.moveIn(People.grace())));

        List<DeleteAccount.Result> results =
                Race.of(64, number -> stormed.deleteAccount.delete(caller, House.WRONG, People.LAPTOP));

        assertThat(results)
                .filteredOn(new DeleteAccount.Result.WrongPassword()::equals)
                .hasSize(5);
        assertThat(stormed.hasher.comparisons()).isEqualTo(6);
    }

    @Test
    void rightPasswordsAskedForAgainDoNotCount() {
        for (int i = 0; i < 10; i++) {
            Caller.InSession caller = house.caller(house.signIn(ada));

            assertThat(house.changePassword.change(caller, House.PASSWORD, House.PASSWORD, People.LAPTOP))
                    .isEqualTo(new ChangePassword.Result.Changed());
        }
    }

    @Test
    void aPasswordForWhichThereWasNoTimeDoesNotCount() {
        Caller.InSession caller = house.caller(house.signIn(ada));
        house.hasher.becomeBusyAfter(0);
        for (int i = 0; i < 10; i++) {
            assertThatExceptionOfType(HashingBusyException.class)
                    .isThrownBy(() -> house.deleteAccount.delete(caller, House.PASSWORD, People.LAPTOP));
        }
        house.hasher.calmDown();

        assertThat(house.deleteAccount.delete(caller, House.PASSWORD, People.LAPTOP))
                .isEqualTo(new DeleteAccount.Result.Deleted());
    }

    @Test
    void nothingIsRefusedWhereThrottlingIsSwitchedOff() {
        House open = new House(new ThrottlePolicy(false, SIGN_IN, SIGN_IN, SIGN_IN));
        User grace = open.moveIn(People.grace());

        List<String> calls = open.wire.during(() -> {
            for (int i = 0; i < 20; i++) {
                assertThat(open.attempt(grace, House.WRONG)).isEqualTo(new InvalidCredentials());
            }
        });

        assertThat(calls).noneMatch(call -> call.startsWith("AttemptLimiter"));
        assertThat(open.attempt(grace, House.PASSWORD)).isInstanceOf(Success.class);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            house.attempt(ada, House.WRONG);
        }
    }

    private static Origin ipv6(byte host) {
        byte[] octets = new byte[16];
        octets[0] = 0x20;
        octets[15] = host;
        return Origin.of(ClientAddress.of("2000::" + host, octets), null, "request-ipv6");
    }

    @Test
    void theFirstRefusalIsAuditedEvenIfWhoIsRefusedHasWaited() throws Exception {
        CountDownLatch refused = new CountDownLatch(1);
        AtomicReference<Future<SignIn.Result>> sixth = new AtomicReference<>();
        for (int i = 0; i < 4; i++) {
            house.attempt(ada, House.WRONG);
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            house.wire.justBefore("AuditLog.record", () -> {
                house.wire.justAfter("AttemptLimiter.take", refused::countDown);
                sixth.set(threads.submit(() -> house.attempt(ada, House.WRONG)));
                awaitUninterrupted(refused);
            });
            house.attempt(ada, House.WRONG);
        }

        assertThat(sixth.get().get()).isInstanceOf(SignIn.Result.Throttled.class);
        assertThat(house.journal.events(AuditType.THROTTLE_EXCEEDED)).hasSize(1);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
