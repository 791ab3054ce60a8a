package dev.sallyport.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.Condition;
import dev.sallyport.application.Denial;
import dev.sallyport.application.House;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.UpdateUser.StatusChange;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.intention.Aim;
import dev.sallyport.domain.intention.Intention;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** There is always a Super Admin who may act. */
final class LastSuperAdminTest {

    private static final Denial LAST_ONE = new Denial.LastSuperAdmin();

    private final House house = new House();
    private final User grace = superAdmin(house);
    private final Caller.InSession graceIn = house.caller(house.signIn(grace));

    @Test
    void sheCanBeNeitherLoweredNorSuspendedNorDeleted() {
        assertThat(lower(graceIn, grace)).isEqualTo(new AssignRole.Result.Denied(LAST_ONE));
        assertThat(house.suspendUser.suspend(graceIn, grace.id(), "Tired", null, Condition.NONE, People.PHONE))
                .isEqualTo(new SuspendUser.Result.Denied(LAST_ONE));
        assertThat(house.deleteAccount.delete(graceIn, House.PASSWORD, People.PHONE))
                .isEqualTo(new DeleteAccount.Result.LastSuperAdmin());
        assertThat(superAdmins()).isOne();
    }

    /** The second looks in just the moment after the first has looked and before it has written. */
    @Test
    void ofTwoWhoLowerEachOtherAtOnceOneIsLeft() {
        User other = superAdmin(house);
        Caller.InSession otherIn = house.caller(house.signIn(other));
        house.wire.justBefore("UserStore.replace", () -> lower(otherIn, grace));

        lower(graceIn, other);

        assertThat(superAdmins()).isOne();
        assertThat(house.intentions.read().since()).isEmpty();
    }

    /** The second looks in just the moment after the first has looked and before it has announced anything. */
    @Test
    void ofTwoWhoLookAtOnceOneLooksAgain() {
        User other = superAdmin(house);
        Caller.InSession otherIn = house.caller(house.signIn(other));
        house.wire.justAfter("UserStore.list", () -> lower(otherIn, grace));

        lower(graceIn, other);

        assertThat(superAdmins()).isOne();
    }

    /**
     * Two are about to take the same one away. One of them fails, and clears what it announced and not what the other did, who has yet to
     * write; a third, who looks in that moment, must not count on the one who is about to go.
     */
    @Test
    void whoFailsDoesNotClearWhatAnotherAnnounced() {
        house.moveIn(People.ada());
        User other = superAdmin(house);
        Caller.InSession otherIn = house.caller(house.signIn(other));
        List<Object> meanwhile = new ArrayList<>();
        house.wire.justBefore("UserStore.replace", () -> {
            meanwhile.add(suspendAsAda(otherIn, grace));
            meanwhile.add(delete(graceIn, other.id()));
        });

        var first = delete(otherIn, grace.id());

        assertThat(meanwhile)
                .containsExactly(
                        new UpdateUser.Result.Denied(new Denial.UsernameTaken()),
                        new DeleteUser.Result.Denied(LAST_ONE));
        assertThat(first).isEqualTo(new DeleteUser.Result.Deleted());
        assertThat(superAdmins()).isOne();
    }

    @RepeatedTest(20)
    void ofManyWhoLowerEachOtherAtOnceOneIsLeft() {
        House busy = new House();
        List<User> all = Stream.generate(() -> superAdmin(busy)).limit(8).toList();
        List<Caller.InSession> callers =
                all.stream().map(busy::signIn).map(busy::caller).toList();

        Race.of(
                64,
                number -> busy.assignRole.assign(
                        callers.get(number % 8),
                        all.get((number + 1 + number / 8) % 8).id(),
                        RoleName.USER,
                        Condition.NONE,
                        People.PHONE));

        assertThat(all)
                .map(busy::now)
                .filteredOn(user -> user.role().role().equals(RoleName.SUPER_ADMIN))
                .isNotEmpty();
        assertThat(busy.intentions.read().since()).isEmpty();
    }

    @Test
    void whoeverDiedWhileTakingOneAwayStandsInNobodysWayForLong() {
        User other = superAdmin(house);
        dieLowering(other);
        dieLowering(other);
        var atOnce = house.deleteAccount.delete(graceIn, House.PASSWORD, People.PHONE);
        house.clock.step(Duration.ofMinutes(2));

        var later = house.deleteAccount.delete(graceIn, House.PASSWORD, People.PHONE);

        assertThat(atOnce).isEqualTo(new DeleteAccount.Result.LastSuperAdmin());
        assertThat(later).isEqualTo(new DeleteAccount.Result.Deleted());
        assertThat(house.now(other).role().role()).isEqualTo(RoleName.SUPER_ADMIN);
        assertThat(house.intentions.read().since()).isEmpty();
    }

    /** One who stalled for longer than its announcement is good for writes in just the moment when everybody counts on it being dead. */
    @Test
    void whoeverStalledForTooLongHasToLookAgain() {
        User other = superAdmin(house);
        house.wire.justBefore("UserStore.replace", () -> {
            house.clock.step(Duration.ofMinutes(2));
            house.deleteAccount.delete(graceIn, House.PASSWORD, People.PHONE);
        });

        var stalled = lower(graceIn, other);

        assertThat(stalled).isEqualTo(new AssignRole.Result.Denied(new Denial.SignedOut()));
        assertThat(superAdmins()).isOne();
    }

    /** Announced by a version that knew no owners. */
    @Test
    void whatWasAnnouncedWithoutAnOwnerCountsAndGoesStaleToo() {
        User other = superAdmin(house);
        Intention old = Intention.of(Aim.departure(other.id()).value());
        house.intentions.replace(
                house.intentions.read(), house.intentions.read().with(old, house.clock.instant()));
        var atOnce = house.deleteAccount.delete(graceIn, House.PASSWORD, People.PHONE);
        house.clock.step(Duration.ofMinutes(2));

        assertThat(atOnce).isEqualTo(new DeleteAccount.Result.LastSuperAdmin());
        assertThat(house.deleteAccount.delete(graceIn, House.PASSWORD, People.PHONE))
                .isEqualTo(new DeleteAccount.Result.Deleted());
    }

    private void dieLowering(User other) {
        house.wire.breakAt("UserStore.replace");
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> lower(graceIn, other));
        house.wire.mend();
    }

    private AssignRole.Result lower(Caller caller, User user) {
        return house.assignRole.assign(caller, user.id(), RoleName.USER, Condition.NONE, People.PHONE);
    }

    private DeleteUser.Result delete(Caller caller, UserId id) {
        return house.deleteUser.delete(caller, id, Condition.NONE, People.PHONE);
    }

    private UpdateUser.Result suspendAsAda(Caller caller, User user) {
        Change<String> keep = new Change.Keep<>();
        ProfilePatch patch = new ProfilePatch(new Change.To<>("ada"), keep, keep);
        return house.updateUser.update(caller, user.id(), patch, StatusChange.SUSPEND, Condition.NONE, People.PHONE);
    }

    private long superAdmins() {
        return house.users.count(UserFilter.having(RoleName.SUPER_ADMIN).with(UserStatus.ACTIVE));
    }

    private static User superAdmin(House house) {
        return house.put(house.moveIn(People.someone()), RoleName.SUPER_ADMIN);
    }
}
