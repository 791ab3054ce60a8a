package dev.sallyport.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.Condition;
import dev.sallyport.application.Denial;
import dev.sallyport.application.House;
import dev.sallyport.application.apikey.CreateApiKey;
import dev.sallyport.application.throttle.ThrottlePolicy;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.token.SignIn;
import dev.sallyport.application.token.SignedIn;
import dev.sallyport.application.user.UpdateUser.StatusChange;
import dev.sallyport.domain.apikey.ApiKeyName;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.Tier;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.testkit.People;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class AdministrationTest {

    private final House house = new House();
    private final User ada = house.moveIn(People.ada());
    private final SignedIn adaIn = house.signIn(ada);
    private final Caller admin = somebody(RoleName.ADMIN);
    private final Caller superAdmin = somebody(RoleName.SUPER_ADMIN);

    @Test
    void whoIsSuspendedIsOutAtOnceAndIsToldSoOnlyWithTheRightPassword() {
        var result = suspend(ada, null);

        assertThat(result).isInstanceOf(SuspendUser.Result.Suspended.class);
        assertThat(house.letsIn(adaIn)).isFalse();
        assertThat(house.attempt(ada, House.PASSWORD)).isInstanceOf(SignIn.Result.Suspended.class);
        assertThat(house.attempt(ada, House.WRONG)).isInstanceOf(SignIn.Result.InvalidCredentials.class);
        assertThat(house.journal.only(AuditType.USER_SUSPENDED).subject()).isEqualTo(ada.id());
    }

    @Test
    void aSuspensionEndsByTheClockAndNotByASweep() {
        Instant end = house.clock.instant().plus(Duration.ofHours(1));
        suspend(ada, end);
        house.clock.step(Duration.ofHours(1).minusMillis(1));
        var before = house.attempt(ada, House.PASSWORD);
        house.clock.step(Duration.ofMillis(1));

        SignedIn again = house.signIn(ada);

        assertThat(before).isInstanceOf(SignIn.Result.Suspended.class);
        assertThat(house.readProfile.read(house.caller(again))).isInstanceOf(ReadProfile.Result.Shown.class);
        assertThat(house.refresh(again)).isNotNull();
        assertThat(house.letsIn(adaIn)).isFalse();
    }

    @Test
    void aSuspensionThatIsOverBeforeItBeginsIsRefused() {
        assertThat(suspend(ada, house.clock.instant())).isEqualTo(new SuspendUser.Result.EndInvalid());
        assertThat(house.now(ada).status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void whoIsActivatedSignsInAgain() {
        suspend(ada, null);

        var result = house.activateUser.activate(admin, ada.id(), Condition.NONE, People.PHONE);

        assertThat(result).isInstanceOf(ActivateUser.Result.Activated.class);
        assertThat(house.signIn(ada)).isNotNull();
    }

    static Stream<Arguments> pairs() {
        List<RoleName> names = Arrays.stream(Tier.values())
                .map(tier -> new RoleName(tier.name()))
                .toList();
        return names.stream().flatMap(one -> names.stream().map(other -> Arguments.of(one, other)));
    }

    /** Of all twenty-five pairs: who has the permission, and stands above, may; the others are told which of both is missing. */
    @ParameterizedTest
    @MethodSource("pairs")
    void whoMaySuspendWhomFollowsPermissionAndTier(RoleName actor, RoleName subject) {
        somebody(RoleName.SUPER_ADMIN);
        User someone = house.put(house.moveIn(People.someone()), subject);

        var result = house.suspendUser.suspend(
                somebody(actor), someone.id(), "Overdue books", null, Condition.NONE, People.PHONE);

        Tier tier = Tier.valueOf(actor.value());
        Tier other = Tier.valueOf(subject.value());
        boolean mayUpdate = tier.level() >= Tier.ADMIN.level();
        boolean isAbove = tier.level() > other.level() || tier == Tier.SUPER_ADMIN;
        if (!mayUpdate) {
            assertThat(result).isEqualTo(new SuspendUser.Result.Denied(new Denial.Forbidden()));
        } else if (!isAbove) {
            assertThat(result).isEqualTo(new SuspendUser.Result.Denied(new Denial.TierTooLow()));
        } else {
            assertThat(result).isInstanceOf(SuspendUser.Result.Suspended.class);
        }
        assertThat(house.now(someone).status() == UserStatus.SUSPENDED).isEqualTo(mayUpdate && isAbove);
    }

    @Test
    void anUnknownAccountIsNotFound() {
        UserId nobody = UserId.next(People.NOON, People.RANDOM);

        assertThat(house.deleteUser.delete(admin, nobody, Condition.NONE, People.PHONE))
                .isEqualTo(new DeleteUser.Result.Denied(new Denial.NotFound()));
    }

    @Test
    void whoHasNotSeenTheLatestStateChangesNothing() {
        Condition seen = new Condition(Optional.of(Set.of(Condition.tag(house.now(ada)))));
        suspend(ada, null);

        var result = house.activateUser.activate(admin, ada.id(), seen, People.PHONE);

        assertThat(result).isEqualTo(new ActivateUser.Result.Denied(new Denial.Stale()));
        assertThat(house.now(ada).status()).isEqualTo(UserStatus.SUSPENDED);
    }

    @Test
    void whatMovesMeanwhileIsLookedAtAgain() {
        house.wire.justBefore("UserStore.replace", () -> house.put(ada, RoleName.SUPER_ADMIN));

        assertThat(suspend(ada, null)).isEqualTo(new SuspendUser.Result.Denied(new Denial.TierTooLow()));
        assertThat(house.now(ada).status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void lowerRightsEndEverySessionAtOnce() {
        User boss = house.put(ada, RoleName.MODERATOR);
        Caller before = house.caller(house.signIn(boss));

        assign(boss, RoleName.USER);

        assertThat(house.readUser.read(before, boss.id()))
                .isEqualTo(new ReadUser.Result.Denied(new Denial.SignedOut()));
        assertThat(house.letsIn(adaIn)).isFalse();
        assertThat(house.journal.only(AuditType.ROLE_CHANGED).details())
                .containsEntry("from", "MODERATOR")
                .containsEntry("to", "USER");
    }

    @Test
    void moreRightsLeaveSessionsAliveAndCountAtOnce() {
        assign(ada, RoleName.MODERATOR);

        assertThat(house.letsIn(adaIn)).isTrue();
        assertThat(house.readUser.read(house.caller(adaIn), ada.id())).isInstanceOf(ReadUser.Result.Shown.class);
    }

    @Test
    void nobodyGrantsARoleAtTheirOwnTier() {
        assertThat(house.assignRole.assign(admin, ada.id(), RoleName.ADMIN, Condition.NONE, People.PHONE))
                .isEqualTo(new AssignRole.Result.Denied(new Denial.TierTooLow()));
        assertThat(house.now(ada).role().role()).isEqualTo(RoleName.USER);
    }

    @Test
    void nobodyRaisesThemselves() {
        assertThat(house.assignRole.assign(admin, admin.account(), RoleName.SUPER_ADMIN, Condition.NONE, People.PHONE))
                .isEqualTo(new AssignRole.Result.Denied(new Denial.TierTooLow()));
    }

    @Test
    void nobodyDeletesTheirOwnAccountLikeSomebodyElsesWithoutThePassword() {
        Caller key = keyOf(superAdmin);

        assertThat(house.deleteUser.delete(admin, admin.account(), Condition.NONE, People.PHONE))
                .isEqualTo(new DeleteUser.Result.Denied(new Denial.Forbidden()));
        assertThat(house.deleteUser.delete(key, key.account(), Condition.NONE, People.PHONE))
                .isEqualTo(new DeleteUser.Result.Denied(new Denial.Forbidden()));
    }

    @Test
    void aChangeOfProfileAndStatusInOneStepIsRecordedAsBoth() {
        Change<String> keep = new Change.Keep<>();
        ProfilePatch patch = new ProfilePatch(keep, new Change.To<>("Ada King"), keep);

        update(patch, StatusChange.SUSPEND);
        update(patch, StatusChange.ACTIVATE);

        assertThat(house.journal.only(AuditType.USER_SUSPENDED).details()).containsEntry("profile", "changed");
        assertThat(house.journal.only(AuditType.USER_ACTIVATED).details()).isEmpty();
        assertThat(house.journal.events(AuditType.USER_UPDATED)).isEmpty();
    }

    @Test
    void aUsernameOfWhoIsDeletedForGoodIsFreeForWhoChangesTheirs() {
        User grace = house.moveIn(People.grace());
        house.deleteUser.delete(admin, grace.id(), Condition.NONE, People.PHONE);
        Change<String> keep = new Change.Keep<>();
        ProfilePatch patch = new ProfilePatch(new Change.To<>("grace.h"), keep, keep);
        var taken = house.changeProfile.change(house.caller(adaIn), patch, People.PHONE);
        house.clock.step(DeletedRetention.DEFAULT.time());

        var free = house.changeProfile.change(house.caller(house.signIn(ada)), patch, People.PHONE);

        assertThat(taken).isEqualTo(new ChangeProfile.Result.UsernameTaken());
        assertThat(free).isInstanceOf(ChangeProfile.Result.Changed.class);
        assertThat(house.users.find(grace.id())).isEmpty();
    }

    @Test
    void whoIsDeletedIsGoneForEverybodyButAdministratorsAndComesBackWhenRestored() {
        var deleted = house.deleteUser.delete(admin, ada.id(), Condition.NONE, People.PHONE);
        boolean signsIn = house.letsIn(adaIn);
        var attempt = house.attempt(ada, House.PASSWORD);

        var restored = house.restoreUser.restore(admin, ada.id(), Condition.NONE, People.PHONE);

        assertThat(deleted).isEqualTo(new DeleteUser.Result.Deleted());
        assertThat(signsIn).isFalse();
        assertThat(attempt).isInstanceOf(SignIn.Result.InvalidCredentials.class);
        assertThat(restored).isInstanceOf(RestoreUser.Result.Restored.class);
        assertThat(house.letsIn(adaIn)).isFalse();
        assertThat(house.signIn(ada)).isNotNull();
    }

    @Test
    void whoWasSuspendedBeforeBeingDeletedIsSuspendedWhenRestored() {
        suspend(ada, null);
        house.deleteUser.delete(admin, ada.id(), Condition.NONE, People.PHONE);

        house.restoreUser.restore(admin, ada.id(), Condition.NONE, People.PHONE);

        assertThat(house.now(ada).status()).isEqualTo(UserStatus.SUSPENDED);
    }

    @Test
    void aSuspensionThatEndedWhileTheAccountWasDeletedIsNotTold() {
        suspend(ada, house.clock.instant().plus(Duration.ofHours(1)));
        house.deleteUser.delete(admin, ada.id(), Condition.NONE, People.PHONE);
        house.clock.step(Duration.ofHours(1));

        var result = house.restoreUser.restore(somebody(RoleName.ADMIN), ada.id(), Condition.NONE, People.PHONE);

        assertThat(result).isEqualTo(new RestoreUser.Result.Restored(house.now(ada)));
        assertThat(house.now(ada).status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void afterItsTimeADeletedAccountIsNotRestoredAndItsNamesAreFree() {
        house.deleteUser.delete(admin, ada.id(), Condition.NONE, People.PHONE);
        var taken = create(ada.email().value(), RoleName.USER);
        house.clock.step(DeletedRetention.DEFAULT.time());

        Caller late = somebody(RoleName.ADMIN);
        var restored = house.restoreUser.restore(late, ada.id(), Condition.NONE, People.PHONE);
        var created = create(ada.email().value(), RoleName.USER, late);

        assertThat(taken).isEqualTo(new CreateUser.Result.EmailTaken());
        assertThat(restored).isEqualTo(new RestoreUser.Result.Denied(new Denial.NotFound()));
        assertThat(created).isInstanceOf(CreateUser.Result.Created.class);
        assertThat(house.users.find(ada.id())).isEmpty();
    }

    @Test
    void whoGuessedTooOftenWhileSignedInMayTryAgainOnceUnlocked() {
        Caller.InSession me = house.caller(adaIn);
        for (int guess = 0; guess < ThrottlePolicy.DEFAULT.signIn().attempts(); guess++) {
            house.deleteAccount.delete(me, House.WRONG, People.PHONE);
        }
        var locked = house.deleteAccount.delete(me, House.PASSWORD, People.PHONE);

        house.unlockUser.unlock(admin, ada.id(), Condition.NONE, People.PHONE);

        assertThat(locked).isInstanceOf(DeleteAccount.Result.Throttled.class);
        assertThat(house.deleteAccount.delete(me, House.PASSWORD, People.PHONE))
                .isEqualTo(new DeleteAccount.Result.Deleted());
        assertThat(house.journal.only(AuditType.USER_UNLOCKED).subject()).isEqualTo(ada.id());
    }

    /** Otherwise whoever stole a token could guess the password for ever. */
    @Test
    void nobodyUnlocksThemselvesNotEvenByAKey() {
        Caller service = house.caller(house.makeServiceKey(superAdmin, Permission.USERS_UPDATE));

        for (Caller caller : List.of(superAdmin, service)) {
            assertThat(house.unlockUser.unlock(caller, superAdmin.account(), Condition.NONE, People.PHONE))
                    .isEqualTo(new UnlockUser.Result.Denied(new Denial.Forbidden()));
        }
        assertThat(house.journal.events(AuditType.USER_UNLOCKED)).isEmpty();
    }

    @Test
    void whoMayOnlyMakePeopleGivesThemTheRoleThatEverybodyGets() {
        house.roles.define(
                new Role(new RoleName("RECEPTION"), Tier.ADMIN, new TreeSet<>(List.of(Permission.USERS_CREATE))));
        Caller reception = somebody(new RoleName("RECEPTION"));
        Caller service = house.caller(house.makeKey(superAdmin, Permission.USERS_CREATE));

        for (Caller caller : List.of(reception, service)) {
            for (RoleName role : List.of(RoleName.MODERATOR, RoleName.GUEST)) {
                assertThat(create("grace@example.org", role, caller))
                        .isEqualTo(new CreateUser.Result.Denied(new Denial.Forbidden()));
            }
            assertThat(create(People.someone().email().value(), RoleName.USER, caller))
                    .isInstanceOf(CreateUser.Result.Created.class);
        }
    }

    @Test
    void aKeyMakesOfNobodyMoreThanItHolds() {
        Caller service = house.caller(house.makeServiceKey(
                superAdmin, Permission.USERS_CREATE, Permission.ROLES_ASSIGN, Permission.USERS_READ));

        for (RoleName role : List.of(RoleName.MODERATOR, RoleName.SUPER_ADMIN)) {
            assertThat(create("grace@example.org", role, service))
                    .isEqualTo(new CreateUser.Result.Denied(new Denial.Forbidden()));
            assertThat(house.assignRole.assign(service, ada.id(), role, Condition.NONE, People.PHONE))
                    .isEqualTo(new AssignRole.Result.Denied(new Denial.Forbidden()));
        }
        assertThat(house.now(ada).role().role()).isEqualTo(RoleName.USER);
    }

    @Test
    void aKeyRaisesByWhatItHoldsAndLowersWhoeverStandsBelowIt() {
        Caller service = house.caller(house.makeServiceKey(
                admin, Permission.ROLES_ASSIGN, Permission.USERS_READ, Permission.CONTENT_MODERATE));

        var raised = house.assignRole.assign(service, ada.id(), RoleName.MODERATOR, Condition.NONE, People.PHONE);
        var lowered = house.assignRole.assign(service, ada.id(), RoleName.GUEST, Condition.NONE, People.PHONE);

        assertThat(raised).isInstanceOf(AssignRole.Result.Assigned.class);
        assertThat(lowered).isInstanceOf(AssignRole.Result.Assigned.class);
    }

    @Test
    void anAdministratorMakesPeopleBelowThemselvesOnly() {
        var moderator = create("grace@example.org", RoleName.MODERATOR);
        var equal = create("alan@example.org", RoleName.ADMIN);
        var unheardOf = create("alan@example.org", new RoleName("LIBRARIAN"));

        assertThat(moderator).isInstanceOf(CreateUser.Result.Created.class);
        assertThat(equal).isEqualTo(new CreateUser.Result.Denied(new Denial.TierTooLow()));
        assertThat(unheardOf).isEqualTo(new CreateUser.Result.RoleNotFound());
    }

    private CreateUser.Result create(String email, RoleName role) {
        return create(email, role, admin);
    }

    private CreateUser.Result create(String email, RoleName role, Caller by) {
        return house.createUser.create(
                by, new AccountForm(email, House.PASSWORD, null, null), role, true, People.PHONE);
    }

    private void update(ProfilePatch patch, StatusChange status) {
        assertThat(house.updateUser.update(admin, ada.id(), patch, status, Condition.NONE, People.PHONE))
                .isInstanceOf(UpdateUser.Result.Updated.class);
    }

    /** An API key that acts for who made it. */
    private Caller keyOf(Caller creator) {
        TreeSet<Permission> permissions = new TreeSet<>(List.of(Permission.USERS_DELETE));
        var form = new CreateApiKey.Form(new ApiKeyName("Import"), permissions, false, null);
        var made = (CreateApiKey.Result.Created) house.createApiKey.create(creator, form, People.PHONE);
        return new Caller.WithKey(made.created().key());
    }

    private SuspendUser.Result suspend(User user, @Nullable Instant until) {
        return house.suspendUser.suspend(admin, user.id(), "Overdue books", until, Condition.NONE, People.PHONE);
    }

    private void assign(User user, RoleName role) {
        assertThat(house.assignRole.assign(admin, user.id(), role, Condition.NONE, People.PHONE))
                .isInstanceOf(AssignRole.Result.Assigned.class);
    }

    private Caller.InSession somebody(RoleName role) {
        return house.caller(house.signIn(house.put(house.moveIn(People.someone()), role)));
    }
}
