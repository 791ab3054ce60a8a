package dev.sallyport.application.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.Condition;
import dev.sallyport.application.Denial;
import dev.sallyport.application.House;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.token.SignedIn;
import dev.sallyport.application.user.AccountForm;
import dev.sallyport.application.user.AssignRole;
import dev.sallyport.application.user.CreateUser;
import dev.sallyport.application.user.RestoreUser;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.intention.Aim;
import dev.sallyport.domain.intention.Intention;
import dev.sallyport.domain.intention.Intentions;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.Tier;
import dev.sallyport.domain.user.Email;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class CustomRolesTest {

    private static final Role LIBRARIAN = librarian("books:lend");

    private final House house = new House();
    private final User ada = house.moveIn(People.ada());
    private final Caller superAdmin = caller(RoleName.SUPER_ADMIN);
    private final Caller admin = caller(RoleName.ADMIN);

    @Test
    void aRoleIsDefinedAssignedAndCountsAtOnce() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);
        Caller reader = house.caller(house.signIn(ada));

        assign(ada, LIBRARIAN.name());

        assertThat(house.showPermissions.show(Optional.of(reader))).isEqualTo(new ShowPermissions.Result.SignedOut());
        Caller again = house.caller(house.signIn(ada));
        assertThat(house.showPermissions.show(Optional.of(again)))
                .isEqualTo(new ShowPermissions.Result.Shown(LIBRARIAN));
    }

    @Test
    void aChangedRoleCountsWithTheNextRequest() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);
        assign(ada, LIBRARIAN.name());
        Caller reader = house.caller(house.signIn(ada));
        Role next = librarian("books:lend", "books:buy");

        house.redefineRole.redefine(superAdmin, next, Condition.NONE, People.PHONE);

        assertThat(house.showPermissions.show(Optional.of(reader))).isEqualTo(new ShowPermissions.Result.Shown(next));
    }

    @Test
    void onlySuperAdminsDefineRoles() {
        assertThat(house.defineRole.define(admin, LIBRARIAN, People.PHONE))
                .isEqualTo(new DefineRole.Result.Denied(new Denial.Forbidden()));
    }

    @Test
    void noCustomRoleStandsBesideTheSuperAdmins() {
        Role beside = new Role(LIBRARIAN.name(), Tier.SUPER_ADMIN, LIBRARIAN.permissions());
        var defined = house.defineRole.define(superAdmin, beside, People.PHONE);
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);

        var redefined = house.redefineRole.redefine(superAdmin, beside, Condition.NONE, People.PHONE);

        assertThat(defined).isEqualTo(new DefineRole.Result.Denied(new Denial.TierTooLow()));
        assertThat(redefined).isEqualTo(new RedefineRole.Result.Denied(new Denial.TierTooLow()));
        assertThat(house.roles.find(LIBRARIAN.name())).contains(LIBRARIAN);
    }

    @Test
    void aDelegateGivesNoPermissionThatTheyLackButLeavesWhatIsThere() {
        Caller delegate = delegate(Permission.ROLES_MANAGE, Permission.USERS_READ_SELF, Permission.USERS_READ);
        var defined = house.defineRole.define(delegate, LIBRARIAN, People.PHONE);
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);

        var more = redefine(delegate, librarian("books:lend", "books:buy"));
        var own = redefine(delegate, librarian("books:lend", "users:read"));

        assertThat(defined).isEqualTo(new DefineRole.Result.PermissionsTooHigh());
        assertThat(more).isEqualTo(new RedefineRole.Result.PermissionsTooHigh());
        assertThat(own).isInstanceOf(RedefineRole.Result.Redefined.class);
    }

    @Test
    void aDelegateChangesNoRoleAtTheirOwnTier() {
        Caller delegate = delegate(Permission.ROLES_MANAGE);
        Role raised = new Role(LIBRARIAN.name(), Tier.ADMIN, LIBRARIAN.permissions());
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);
        var raising = redefine(delegate, raised);
        redefine(superAdmin, raised);

        assertThat(raising).isEqualTo(new RedefineRole.Result.Denied(new Denial.TierTooLow()));
        assertThat(redefine(delegate, LIBRARIAN)).isEqualTo(new RedefineRole.Result.Denied(new Denial.TierTooLow()));
    }

    @Test
    void aSuperAdminsKeyGivesARoleNoMoreThanTheKeyHolds() {
        Caller service = house.caller(house.makeServiceKey(superAdmin, Permission.ROLES_MANAGE));
        Role manager = new Role(LIBRARIAN.name(), Tier.ADMIN, new TreeSet<>(List.of(Permission.ROLES_MANAGE)));
        var everything = new Role(LIBRARIAN.name(), Tier.ADMIN, BuiltInRoles.SUPER_ADMIN.permissions());

        assertThat(house.defineRole.define(service, everything, People.PHONE))
                .isEqualTo(new DefineRole.Result.PermissionsTooHigh());
        assertThat(house.defineRole.define(service, manager, People.PHONE))
                .isInstanceOf(DefineRole.Result.Defined.class);
        assertThat(redefine(service, everything)).isEqualTo(new RedefineRole.Result.PermissionsTooHigh());
    }

    @Test
    void whatARoleWasAndIsIsWrittenDown() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);

        redefine(
                superAdmin,
                new Role(LIBRARIAN.name(), Tier.GUEST, librarian("books:buy").permissions()));

        assertThat(house.journal.only(AuditType.ROLE_DEFINED).details())
                .isEqualTo(Map.of("role", "LIBRARIAN", "tier", "USER", "permissions", "books:lend users:read_self"));
        assertThat(house.journal.only(AuditType.ROLE_REDEFINED).details())
                .isEqualTo(Map.of(
                        "role",
                        "LIBRARIAN",
                        "from",
                        "USER",
                        "to",
                        "GUEST",
                        "gained",
                        "books:buy",
                        "lost",
                        "books:lend"));
    }

    @Test
    void aNameIsTakenOnce() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);

        assertThat(house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE))
                .isEqualTo(new DefineRole.Result.NameTaken());
        assertThat(house.defineRole.define(superAdmin, BuiltInRoles.USER, People.PHONE))
                .isEqualTo(new DefineRole.Result.NameTaken());
    }

    @Test
    void builtInRolesStayAsTheyAre() {
        assertThat(house.redefineRole.redefine(superAdmin, BuiltInRoles.USER, Condition.NONE, People.PHONE))
                .isEqualTo(new RedefineRole.Result.BuiltIn());
        assertThat(house.removeRole.remove(superAdmin, RoleName.USER, Condition.NONE, People.PHONE))
                .isEqualTo(new RemoveRole.Result.BuiltIn());
    }

    @Test
    void whoHasNotSeenWhatARoleMeansNowDoesNotChangeIt() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);
        Condition seen = new Condition(Optional.of(Set.of(Condition.tag(LIBRARIAN))));
        Role next = librarian("books:buy");
        house.redefineRole.redefine(superAdmin, next, seen, People.PHONE);

        var stale = house.redefineRole.redefine(superAdmin, LIBRARIAN, seen, People.PHONE);

        assertThat(stale).isEqualTo(new RedefineRole.Result.Denied(new Denial.Stale()));
        assertThat(house.roles.find(LIBRARIAN.name())).contains(next);
    }

    @Test
    void aRoleInUseIsNotRemovedNotEvenIfWhoHasItIsDeleted() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);
        assign(ada, LIBRARIAN.name());
        var inUse = remove();
        house.deleteUser.delete(admin, ada.id(), Condition.NONE, People.PHONE);

        assertThat(inUse).isEqualTo(new RemoveRole.Result.InUse());
        assertThat(remove()).isEqualTo(new RemoveRole.Result.InUse());
        assertThat(house.intentions.read().since()).isEmpty();
    }

    @Test
    void aRoleThatNobodyHasIsRemoved() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);

        assertThat(remove()).isEqualTo(new RemoveRole.Result.Removed());
        assertThat(house.roles.find(LIBRARIAN.name())).isEmpty();
        assertThat(assigned()).isEqualTo(new AssignRole.Result.RoleNotFound());
    }

    @Test
    void aRoleThatSomebodyIsJustGivenIsNotRemoved() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);
        List<Object> meanwhile = new ArrayList<>();
        house.wire.justBefore("UserStore.replace", () -> meanwhile.add(remove()));

        var assigned = assigned();

        assertThat(meanwhile).containsExactly(new RemoveRole.Result.InUse());
        assertThat(assigned).isInstanceOf(AssignRole.Result.Assigned.class);
        assertThat(house.intentions.read().since()).isEmpty();
    }

    @Test
    void aRoleThatIsJustBeingRemovedIsGivenToNobody() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);
        List<Object> meanwhile = new ArrayList<>();
        house.wire.justBefore("RoleStore.remove", () -> meanwhile.add(assigned()));

        var removed = remove();

        assertThat(meanwhile).containsExactly(new AssignRole.Result.RoleNotFound());
        assertThat(removed).isEqualTo(new RemoveRole.Result.Removed());
        assertThat(house.now(ada).role().role()).isEqualTo(RoleName.USER);
        assertThat(house.journal.events(AuditType.ROLE_CHANGED)).isEmpty();
    }

    /** The whole removal happens after the role was found and before anything was announced. */
    @Test
    void aRoleThatHasJustBeenRemovedIsGivenToNobody() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);
        house.wire.justBefore("IntentionStore.read", this::remove);

        assertThat(assigned()).isEqualTo(new AssignRole.Result.RoleNotFound());
        assertThat(house.now(ada).role().role()).isEqualTo(RoleName.USER);
    }

    /** The whole grant happens after the role was found to be removed and before anything was announced. */
    @Test
    void aRoleThatSomebodyHasJustBeenGivenIsNotRemoved() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);
        house.wire.justBefore("IntentionStore.read", this::assigned);

        assertThat(remove()).isEqualTo(new RemoveRole.Result.InUse());
        assertThat(house.now(ada).role().role()).isEqualTo(LIBRARIAN.name());
    }

    @Test
    void whoHasARoleAlreadyKeepsItAndTheirSessionsWhileSomebodyTriesToRemoveIt() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);
        assign(ada, LIBRARIAN.name());
        SignedIn adaIn = house.signIn(ada);
        List<Object> meanwhile = new ArrayList<>();
        house.wire.justBefore("UserStore.list", () -> meanwhile.add(assigned()));

        var inUse = remove();

        assertThat(inUse).isEqualTo(new RemoveRole.Result.InUse());
        assertThat(meanwhile).containsExactly(new AssignRole.Result.Assigned(house.now(ada)));
        assertThat(house.letsIn(adaIn)).isTrue();
    }

    /** In between the look at those who are there and the look at those who are deleted. */
    @Test
    void whoIsRestoredWhileTheirRoleIsBeingRemovedIsNotOverlooked() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);
        assign(ada, LIBRARIAN.name());
        house.deleteUser.delete(admin, ada.id(), Condition.NONE, People.PHONE);
        List<Object> meanwhile = new ArrayList<>();
        house.wire.justAfter("UserStore.list", () -> meanwhile.add(restored()));

        var removed = remove();

        assertThat(removed).isEqualTo(new RemoveRole.Result.InUse());
        assertThat(meanwhile).containsExactly(new RestoreUser.Result.Denied(new Denial.RoleGone()));
        assertThat(restored()).isInstanceOf(RestoreUser.Result.Restored.class);
        assertThat(house.roles.find(LIBRARIAN.name())).isPresent();
    }

    @Test
    void theRoleOfWhoIsJustBeingRestoredIsNotRemoved() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);
        assign(ada, LIBRARIAN.name());
        house.deleteUser.delete(admin, ada.id(), Condition.NONE, People.PHONE);
        List<Object> meanwhile = new ArrayList<>();
        house.wire.justBefore("UserStore.replace", () -> meanwhile.add(remove()));

        var restored = restored();

        assertThat(meanwhile).containsExactly(new RemoveRole.Result.InUse());
        assertThat(restored).isInstanceOf(RestoreUser.Result.Restored.class);
    }

    @Test
    void whoFailsToRemoveARoleDoesNotClearWhatAnotherAnnounced() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);
        assign(ada, LIBRARIAN.name());
        Intentions none = house.intentions.read();
        Intention others = new Intention(Aim.removal(LIBRARIAN.name()), "somebody");
        house.intentions.replace(none, none.with(others, house.clock.instant()));

        assertThat(remove()).isEqualTo(new RemoveRole.Result.InUse());
        assertThat(house.intentions.read().contain(others)).isTrue();
        assertThat(created()).isEqualTo(new CreateUser.Result.RoleNotFound());
    }

    /** The whole removal happens after the role was found and before anything was announced. */
    @Test
    void nobodyIsMadeWithARoleThatHasJustBeenRemoved() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);
        house.wire.justBefore("IntentionStore.read", this::remove);

        assertThat(created()).isEqualTo(new CreateUser.Result.RoleNotFound());
        assertThat(house.users.findByEmail(new Email("grace@example.org"))).isEmpty();
    }

    @Test
    void theRoleThatSomebodyIsJustMadeWithIsNotRemoved() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);
        List<Object> meanwhile = new ArrayList<>();
        house.wire.justBefore("UserStore.add", () -> meanwhile.add(remove()));

        var created = created();

        assertThat(meanwhile).containsExactly(new RemoveRole.Result.InUse());
        assertThat(created).isInstanceOf(CreateUser.Result.Created.class);
        assertThat(house.intentions.read().since()).isEmpty();
    }

    /** Nobody knows whether the account has it, or is going to. */
    @Test
    void aRoleWhoseGrantWasLostOnTheWayIsNotRemovedForAMinute() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);
        house.wire.breakAt("UserStore.replace");
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(this::assigned);
        house.wire.mend();
        var atOnce = remove();
        house.clock.step(Duration.ofMinutes(2));

        var later = remove();

        assertThat(atOnce).isEqualTo(new RemoveRole.Result.InUse());
        assertThat(later).isEqualTo(new RemoveRole.Result.Removed());
        assertThat(house.intentions.read().since()).isEmpty();
    }

    @Test
    void aGrantThatCouldNotBeRecordedIsAGrantAllTheSame() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);
        house.wire.breakAt("AuditLog.record");
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(this::assigned);
        house.wire.mend();

        assertThat(house.now(ada).role().role()).isEqualTo(LIBRARIAN.name());
        assertThat(remove()).isEqualTo(new RemoveRole.Result.InUse());
    }

    @Test
    void whoNamedNoStateRemovesARoleWhateverItMeansMeanwhile() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);
        house.wire.justBefore("RoleStore.remove", this::redefine);

        assertThat(remove()).isEqualTo(new RemoveRole.Result.Removed());
        assertThat(house.roles.find(LIBRARIAN.name())).isEmpty();
    }

    @Test
    void whoNamedAStateRemovesNothingElse() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);
        Condition seen = new Condition(Optional.of(Set.of(Condition.tag(LIBRARIAN))));
        house.wire.justBefore("RoleStore.remove", this::redefine);

        assertThat(house.removeRole.remove(superAdmin, LIBRARIAN.name(), seen, People.PHONE))
                .isEqualTo(new RemoveRole.Result.Denied(new Denial.Stale()));
        assertThat(house.roles.find(LIBRARIAN.name())).isPresent();
    }

    @RepeatedTest(20)
    void nobodyIsLeftWithARoleThatWasRemovedWhileItWasGiven() {
        house.defineRole.define(superAdmin, LIBRARIAN, People.PHONE);

        List<Object> results = Race.of(16, number -> number % 2 == 0 ? (Object) remove() : assigned());

        boolean isThere = house.roles.find(LIBRARIAN.name()).isPresent();
        boolean hasIt = house.now(ada).role().role().equals(LIBRARIAN.name());
        assertThat(hasIt).as("%s", results).isIn(isThere, false);
    }

    private void redefine() {
        house.redefineRole.redefine(superAdmin, librarian("books:buy"), Condition.NONE, People.PHONE);
    }

    private RestoreUser.Result restored() {
        return house.restoreUser.restore(admin, ada.id(), Condition.NONE, People.PHONE);
    }

    private CreateUser.Result created() {
        AccountForm grace = new AccountForm("grace@example.org", House.PASSWORD, null, null);
        return house.createUser.create(superAdmin, grace, LIBRARIAN.name(), true, People.PHONE);
    }

    private AssignRole.Result assigned() {
        return house.assignRole.assign(admin, ada.id(), LIBRARIAN.name(), Condition.NONE, People.PHONE);
    }

    private void assign(User user, RoleName role) {
        assertThat(house.assignRole.assign(admin, user.id(), role, Condition.NONE, People.PHONE))
                .isInstanceOf(AssignRole.Result.Assigned.class);
    }

    private RemoveRole.Result remove() {
        return house.removeRole.remove(superAdmin, LIBRARIAN.name(), Condition.NONE, People.PHONE);
    }

    private RedefineRole.Result redefine(Caller caller, Role role) {
        return house.redefineRole.redefine(caller, role, Condition.NONE, People.PHONE);
    }

    /** Somebody at the tier of administrators who may do this and nothing else. */
    private Caller delegate(Permission... permissions) {
        Role role = new Role(new RoleName("DELEGATE"), Tier.ADMIN, new TreeSet<>(List.of(permissions)));
        house.roles.define(role);
        return caller(role.name());
    }

    private Caller caller(RoleName role) {
        return house.caller(house.signIn(house.put(house.moveIn(People.someone()), role)));
    }

    private static Role librarian(String... permissions) {
        TreeSet<Permission> all = new TreeSet<>(List.of(Permission.USERS_READ_SELF));
        List.of(permissions).forEach(name -> all.add(new Permission(name)));
        return new Role(new RoleName("LIBRARIAN"), Tier.USER, all);
    }
}
