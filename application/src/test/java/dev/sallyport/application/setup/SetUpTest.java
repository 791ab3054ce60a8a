package dev.sallyport.application.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.House;
import dev.sallyport.application.throttle.ThrottlePolicy;
import dev.sallyport.application.user.AccountForm;
import dev.sallyport.application.user.DeletedRetention;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.intention.Aim;
import dev.sallyport.domain.intention.Intention;
import dev.sallyport.domain.intention.Intentions;
import dev.sallyport.domain.password.HashingBusyException;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.throttle.Limit;
import dev.sallyport.domain.token.OneTimeSecret;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class SetUpTest {

    private final House house = new House();

    @Test
    void whoHasTheTokenIsTheFirstSuperAdminAndSignedIn() {
        var result = setUp(offered(), "ada@example.org");

        assertThat(result).isInstanceOf(SetUp.Result.Done.class);
        assertThat(superAdmins()).isOne();
        assertThat(house.offerSetUp.offer()).isEqualTo(new OfferSetUp.Result.NotNeeded());
    }

    @Test
    void aTokenThatNobodyWasGivenIsUnknown() {
        offered();

        assertThat(setUp(OneTimeSecret.next(People.RANDOM), "ada@example.org"))
                .isEqualTo(new SetUp.Result.TokenUnknown());
        assertThat(superAdmins()).isZero();
    }

    @Test
    void aTokenIsGoodForAnHour() {
        OneTimeSecret token = offered();
        house.clock.step(OfferSetUp.LIFETIME);

        assertThat(setUp(token, "ada@example.org")).isEqualTo(new SetUp.Result.TokenExpired());
        assertThat(superAdmins()).isZero();
    }

    @Test
    void guessesAtTheTokenAreThrottled() {
        OneTimeSecret token = offered();
        Limit limit = ThrottlePolicy.DEFAULT.registration();
        for (int guess = 0; guess < limit.attempts(); guess++) {
            setUp(OneTimeSecret.next(People.RANDOM), "ada@example.org");
        }

        assertThat(setUp(token, "ada@example.org")).isInstanceOf(SetUp.Result.Throttled.class);
        assertThat(superAdmins()).isZero();
    }

    @Test
    void onceThereIsASuperAdminNoTokenMakesAnother() {
        OneTimeSecret first = offered();
        OneTimeSecret second = offered();
        setUp(first, "ada@example.org");

        assertThat(setUp(second, "grace@example.org")).isEqualTo(new SetUp.Result.NotNeeded());
        assertThat(superAdmins()).isOne();
    }

    /** The second comes in just the moment after the first has seen that there is none, and before it has written. */
    @Test
    void ofTwoAtOnceOneIsTheFirst() {
        OneTimeSecret first = offered();
        OneTimeSecret second = offered();
        List<SetUp.Result> meanwhile = new ArrayList<>();
        house.wire.justBefore("UserStore.add", () -> meanwhile.add(setUp(second, "grace@example.org")));

        var result = setUp(first, "ada@example.org");

        assertThat(result).isInstanceOf(SetUp.Result.Done.class);
        assertThat(meanwhile).containsExactly(new SetUp.Result.NotNeeded());
        assertThat(superAdmins()).isOne();
        assertThat(house.intentions.read().since()).isEmpty();
    }

    /** The second has done it all in just the moment before the first announces it. */
    @Test
    void whoComesSecondSeesTheFirst() {
        OneTimeSecret first = offered();
        OneTimeSecret second = offered();
        house.wire.justBefore("IntentionStore.read", () -> setUp(second, "grace@example.org"));

        assertThat(setUp(first, "ada@example.org")).isEqualTo(new SetUp.Result.NotNeeded());
        assertThat(superAdmins()).isOne();
    }

    @Test
    void aPasswordThatCouldNotBeHashedDoesNotCostTheToken() {
        OneTimeSecret token = offered();
        house.hasher.becomeBusyAfter(0);
        assertThatExceptionOfType(HashingBusyException.class).isThrownBy(() -> setUp(token, "ada@example.org"));
        house.hasher.calmDown();

        assertThat(setUp(token, "ada@example.org")).isInstanceOf(SetUp.Result.Done.class);
    }

    @Test
    void aNameThatIsTakenDoesNotCostTheToken() {
        house.moveIn(People.ada());
        OneTimeSecret token = offered();
        AccountForm grace = new AccountForm("grace@example.org", House.PASSWORD, "ADA", null);

        assertThat(setUp(token, "ada@example.org")).isEqualTo(new SetUp.Result.EmailTaken());
        assertThat(house.setUp.setUp(token, grace, People.LAPTOP)).isEqualTo(new SetUp.Result.UsernameTaken());
        assertThat(setUp(token, "grace@example.org")).isInstanceOf(SetUp.Result.Done.class);
    }

    @Test
    void somebodyElsesAttemptDoesNotCostTheToken() {
        OneTimeSecret token = offered();
        Intentions none = house.intentions.read();
        Intentions taken = none.with(new Intention(Aim.foundation(), "somebody"), house.clock.instant());
        house.intentions.replace(none, taken);
        var meanwhile = setUp(token, "ada@example.org");
        house.clock.step(Duration.ofMinutes(2));

        var later = setUp(token, "ada@example.org");

        assertThat(meanwhile).isEqualTo(new SetUp.Result.NotNeeded());
        assertThat(later).isInstanceOf(SetUp.Result.Done.class);
    }

    @Test
    void whetherSomebodyWhoDiedOverItMadeOneIsKnownAMinuteLater() {
        house.wire.breakAt("UserStore.add");
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(this::bootstrap);
        house.wire.mend();

        var meanwhile = bootstrap();
        house.clock.step(Duration.ofMinutes(2));
        var later = bootstrap();

        assertThat(meanwhile).isEqualTo(new BootstrapAdmin.Result.Undecided());
        assertThat(later).isInstanceOf(BootstrapAdmin.Result.Made.class);
        assertThat(bootstrap()).isEqualTo(new BootstrapAdmin.Result.NotNeeded());
    }

    @Test
    void aTokenIsGoodOnceEvenIfTheNameIsTakenInTheVeryMoment() {
        OneTimeSecret token = offered();
        house.wire.justBefore("UserStore.add", () -> house.moveIn(People.ada()));

        assertThat(setUp(token, "ada@example.org")).isEqualTo(new SetUp.Result.EmailTaken());
        assertThat(setUp(token, "grace@example.org")).isEqualTo(new SetUp.Result.TokenUsed());
        assertThat(superAdmins()).isZero();
    }

    @Test
    void theNameOfWhoIsDeletedForGoodIsFree() {
        User ada = house.moveIn(People.ada());
        house.users.replace(ada, ada.deleted(house.clock.instant()));
        house.clock.step(DeletedRetention.DEFAULT.time());

        assertThat(setUp(offered(), "ada@example.org")).isInstanceOf(SetUp.Result.Done.class);
    }

    @RepeatedTest(20)
    void ofManyWithTokensOfTheirOwnAtOnceOneIsTheFirst() {
        House busy = new House(new ThrottlePolicy(
                false,
                ThrottlePolicy.DEFAULT.signIn(),
                ThrottlePolicy.DEFAULT.registration(),
                ThrottlePolicy.DEFAULT.apiKey()));
        List<OneTimeSecret> tokens =
                Race.of(8, number -> ((OfferSetUp.Result.Offered) busy.offerSetUp.offer()).token());

        List<SetUp.Result> results = Race.of(
                8,
                number ->
                        busy.setUp.setUp(tokens.get(number), form("person" + number + "@example.org"), People.LAPTOP));

        assertThat(results).filteredOn(SetUp.Result.Done.class::isInstance).hasSize(1);
        assertThat(busy.users.count(UserFilter.having(RoleName.SUPER_ADMIN))).isOne();
    }

    @Test
    void theConfiguredAdministratorIsMadeOnce() {
        var first = house.bootstrapAdmin.make(() -> form("ada@example.org"));
        var second = house.bootstrapAdmin.make(() -> form("grace@example.org"));

        assertThat(first).isInstanceOf(BootstrapAdmin.Result.Made.class);
        assertThat(second).isEqualTo(new BootstrapAdmin.Result.NotNeeded());
        assertThat(superAdmins()).isOne();
    }

    @Test
    void theConfiguredAdministratorsAddressMustBeFree() {
        house.moveIn(People.ada());

        assertThat(house.bootstrapAdmin.make(() -> form("ada@example.org")))
                .isEqualTo(new BootstrapAdmin.Result.EmailTaken());
    }

    private OneTimeSecret offered() {
        return ((OfferSetUp.Result.Offered) house.offerSetUp.offer()).token();
    }

    private SetUp.Result setUp(OneTimeSecret token, String email) {
        return house.setUp.setUp(token, form(email), People.LAPTOP);
    }

    private BootstrapAdmin.Result bootstrap() {
        return house.bootstrapAdmin.make(() -> form("ada@example.org"));
    }

    private static AccountForm form(String email) {
        return new AccountForm(email, House.PASSWORD, null, null);
    }

    private long superAdmins() {
        return house.users.count(UserFilter.having(RoleName.SUPER_ADMIN));
    }
}
