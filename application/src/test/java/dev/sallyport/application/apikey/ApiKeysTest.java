package dev.sallyport.application.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.Condition;
import dev.sallyport.application.Denial;
import dev.sallyport.application.House;
import dev.sallyport.application.role.ShowPermissions;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.ReadUser;
import dev.sallyport.application.user.SuspendUser;
import dev.sallyport.domain.apikey.ApiKeyName;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.Tier;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ApiKeysTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final House house = new House();
    private final User grace = house.put(house.moveIn(People.grace()), RoleName.ADMIN);
    private final Caller admin = house.caller(house.signIn(grace));
    private final Caller superAdmin =
            house.caller(house.signIn(house.put(house.moveIn(People.someone()), RoleName.SUPER_ADMIN)));

    @Test
    void aKeyLetsInAndMayWhatItWasGivenAndNoMore() {
        NewApiKey key = create(false, null, Permission.USERS_READ);

        Caller service = house.caller(key);

        assertThat(house.readUser.read(service, grace.id())).isInstanceOf(ReadUser.Result.Shown.class);
        assertThat(house.listRoles.list(service).toString()).contains("Forbidden");
    }

    @Test
    void aKeyNeverGetsMoreThanItsCreatorHas() {
        assertThat(house.createApiKey.create(admin, form(false, null, Permission.ROLES_MANAGE), People.PHONE))
                .isEqualTo(new CreateApiKey.Result.PermissionsTooHigh());
    }

    @Test
    void aKeyMayNoMoreThanItsCreatorMayByNow() {
        Caller service = house.caller(create(false, null, Permission.USERS_READ, Permission.ROLES_READ));
        house.assignRole.assign(superAdmin, grace.id(), RoleName.MODERATOR, Condition.NONE, People.PHONE);

        assertThat(house.readUser.read(service, grace.id())).isInstanceOf(ReadUser.Result.Shown.class);
        assertThat(house.listRoles.list(service).toString()).contains("Forbidden");
    }

    @Test
    void aKeyDiesWithItsCreatorsSuspensionUnlessItStandsForItself() {
        Caller own = house.caller(create(false, null, Permission.USERS_READ));
        Caller serviceAccount = house.caller(create(true, null, Permission.USERS_READ));

        house.suspendUser.suspend(superAdmin, grace.id(), "Left", null, Condition.NONE, People.PHONE);

        assertThat(house.readUser.read(own, grace.id())).isEqualTo(new ReadUser.Result.Denied(new Denial.SignedOut()));
        assertThat(house.readUser.read(serviceAccount, grace.id())).isInstanceOf(ReadUser.Result.Shown.class);
    }

    @Test
    void aKeyIsRotatedWithoutAGap() {
        NewApiKey old = create(false, null, Permission.USERS_READ);

        NewApiKey next = rotate(old, HOUR);

        assertThat(isLetIn(old)).isTrue();
        assertThat(isLetIn(next)).isTrue();
        house.clock.step(HOUR);
        assertThat(isLetIn(old)).isFalse();
        assertThat(isLetIn(next)).isTrue();
    }

    /** The answer may have been lost, and the first secret be the only one that anybody has. */
    @Test
    void aRotationThatIsRepeatedKeepsTheSecretInUse() {
        NewApiKey inUse = create(false, null, Permission.USERS_READ);
        NewApiKey lost = rotate(inUse, HOUR);

        NewApiKey next = rotate(inUse, HOUR);

        assertThat(isLetIn(inUse)).isTrue();
        assertThat(isLetIn(next)).isTrue();
        assertThat(isLetIn(lost)).isFalse();
        assertThat(next.key().previousUntil()).isEqualTo(lost.key().previousUntil());
    }

    @Test
    void aRotationWithoutOverlapEndsEverySecretBefore() {
        NewApiKey first = create(false, null, Permission.USERS_READ);
        NewApiKey second = rotate(first, HOUR);

        NewApiKey last = rotate(first, Duration.ZERO);

        assertThat(isLetIn(first)).isFalse();
        assertThat(isLetIn(second)).isFalse();
        assertThat(isLetIn(last)).isTrue();
    }

    @Test
    void aKeyThatActsForSomebodyIsRotatedByNobodyElse() {
        NewApiKey own = create(false, null, Permission.USERS_READ);
        NewApiKey service = create(true, null, Permission.USERS_READ);

        assertThat(rotateAs(superAdmin, own)).isEqualTo(denied(new Denial.Forbidden()));
        assertThat(rotateAs(superAdmin, service)).isInstanceOf(RotateApiKey.Result.Rotated.class);
        assertThat(house.revokeApiKey.revoke(superAdmin, own.key().id(), People.PHONE))
                .isEqualTo(new RevokeApiKey.Result.Revoked());
    }

    @Test
    void whoWasLoweredGetsNoNewSecretOfTheirServicesKey() {
        NewApiKey key = create(true, null, Permission.API_KEYS_MANAGE);
        house.put(grace, delegateRole(Tier.MODERATOR));

        assertThat(rotateAs(house.caller(house.signIn(grace)), key)).isEqualTo(denied(new Denial.TierTooLow()));
        assertThat(isLetIn(key)).isTrue();
    }

    @Test
    void whoLacksAPermissionOfAKeyGetsNoSecretOfIt() {
        NewApiKey key = house.makeServiceKey(
                delegate(Tier.MODERATOR, new Permission("books:lend")), new Permission("books:lend"));

        assertThat(rotateAs(admin, key)).isEqualTo(denied(new Denial.Forbidden()));
        assertThat(rotateAs(superAdmin, key)).isInstanceOf(RotateApiKey.Result.Rotated.class);
    }

    @Test
    void aKeyActsOnKeysOfItsCreatorOnlyIfTheyMayNoMoreThanIt() {
        Caller service = house.caller(house.makeServiceKey(superAdmin, Permission.API_KEYS_MANAGE));
        NewApiKey more = house.makeServiceKey(superAdmin, Permission.ROLES_MANAGE);
        NewApiKey same = house.makeServiceKey(superAdmin, Permission.API_KEYS_MANAGE);

        assertThat(rotateAs(service, more)).isEqualTo(denied(new Denial.Forbidden()));
        assertThat(house.revokeApiKey.revoke(service, more.key().id(), People.PHONE))
                .isEqualTo(new RevokeApiKey.Result.Denied(new Denial.Forbidden()));
        assertThat(rotateAs(service, same)).isInstanceOf(RotateApiKey.Result.Rotated.class);
        assertThat(house.revokeApiKey.revoke(service, same.key().id(), People.PHONE))
                .isEqualTo(new RevokeApiKey.Result.Revoked());
    }

    @Test
    void aKeyDoesNotRiseWithItsCreator() {
        User alan = house.put(house.moveIn(People.alan()), RoleName.ADMIN);
        Caller service = house.caller(create(false, null, Permission.USERS_UPDATE));
        house.put(grace, RoleName.SUPER_ADMIN);

        assertThat(house.suspendUser.suspend(service, alan.id(), "Left", null, Condition.NONE, People.PHONE))
                .isEqualTo(new SuspendUser.Result.Denied(new Denial.TierTooLow()));
        assertThat(house.showPermissions.show(Optional.of(service)))
                .isEqualTo(new ShowPermissions.Result.Shown(
                        new Role(RoleName.ADMIN, Tier.ADMIN, new TreeSet<>(List.of(Permission.USERS_UPDATE)))));
    }

    @Test
    void aSuperAdminsKeyMayHaveAPermissionOfTheApplicationsOwn() {
        Permission lend = new Permission("books:lend");

        Caller service = house.caller(house.makeKey(superAdmin, lend));

        assertThat(house.showPermissions.show(Optional.of(service)))
                .isEqualTo(new ShowPermissions.Result.Shown(
                        new Role(RoleName.SUPER_ADMIN, Tier.SUPER_ADMIN, new TreeSet<>(List.of(lend)))));
    }

    @Test
    void whatBecomesOfAKeyIsWrittenDownWithItsCreator() {
        NewApiKey key = create(true, null, Permission.USERS_READ, Permission.AUDIT_READ);
        rotateAs(superAdmin, key);
        house.revokeApiKey.revoke(superAdmin, key.key().id(), People.PHONE);

        assertThat(List.of(
                        house.journal.only(AuditType.API_KEY_CREATED),
                        house.journal.only(AuditType.API_KEY_ROTATED),
                        house.journal.only(AuditType.API_KEY_REVOKED)))
                .allSatisfy(event -> assertThat(event.subject()).isEqualTo(grace.id()));
        assertThat(house.journal.only(AuditType.API_KEY_CREATED).details())
                .containsEntry("tier", "ADMIN")
                .containsEntry("permissions", "audit:read users:read")
                .containsEntry("service_account", "true");
    }

    @Test
    void aRevokedKeyIsRefusedAtOnce() {
        NewApiKey key = create(false, null, Permission.USERS_READ);

        house.revokeApiKey.revoke(admin, key.key().id(), People.PHONE);

        assertThat(verify(key)).isEqualTo(new VerifyApiKey.Result.Refused());
    }

    @Test
    void aKeyExpiresByTheClock() {
        NewApiKey key = create(false, house.clock.instant().plus(HOUR), Permission.USERS_READ);
        house.clock.step(HOUR.minusMillis(1));
        boolean before = isLetIn(key);
        house.clock.step(Duration.ofMillis(1));

        assertThat(before).isTrue();
        assertThat(verify(key)).isEqualTo(new VerifyApiKey.Result.Expired());
    }

    @Test
    void aUseIsNotedAtMostOnceAMinute() {
        NewApiKey key = create(false, null, Permission.USERS_READ);
        Instant first = house.clock.instant();
        verify(key);
        house.clock.step(Duration.ofSeconds(59));
        verify(key);
        Instant noted = house.apiKeys.find(key.key().id()).orElseThrow().lastUsedAt();
        house.clock.step(Duration.ofSeconds(1));

        verify(key);

        assertThat(noted).isEqualTo(first);
        assertThat(house.apiKeys.find(key.key().id()).orElseThrow().lastUsedAt())
                .isEqualTo(house.clock.instant());
    }

    @Test
    void nobodyTouchesTheKeysOfThoseAtTheirOwnTier() {
        User alan = house.put(house.moveIn(People.alan()), RoleName.ADMIN);
        Caller other = house.caller(house.signIn(alan));
        NewApiKey key = create(false, null, Permission.USERS_READ);

        assertThat(house.revokeApiKey.revoke(other, key.key().id(), People.PHONE))
                .isEqualTo(new RevokeApiKey.Result.Denied(new Denial.TierTooLow()));
        assertThat(house.revokeApiKey.revoke(superAdmin, key.key().id(), People.PHONE))
                .isEqualTo(new RevokeApiKey.Result.Revoked());
    }

    @Test
    void aKeyHandsOnOnlyWhatItHas() {
        Caller service = house.caller(create(false, null, Permission.API_KEYS_MANAGE));

        assertThat(house.createApiKey.create(service, form(false, null, Permission.USERS_READ), People.PHONE))
                .isEqualTo(new CreateApiKey.Result.PermissionsTooHigh());
        assertThat(house.createApiKey.create(service, form(false, null, Permission.API_KEYS_MANAGE), People.PHONE))
                .isInstanceOf(CreateApiKey.Result.Created.class);
    }

    /** Or whoever finds it makes it last. */
    @Test
    void aKeyMakesNoneThatOutlivesIt() {
        Instant end = house.clock.instant().plus(HOUR);
        Caller service = house.caller(create(true, end, Permission.API_KEYS_MANAGE));

        assertThat(createAs(service, null)).isEqualTo(new CreateApiKey.Result.ExpiryInvalid());
        assertThat(createAs(service, end.plusMillis(1))).isEqualTo(new CreateApiKey.Result.ExpiryInvalid());
        assertThat(createAs(service, end)).isInstanceOf(CreateApiKey.Result.Created.class);
    }

    @Test
    void aKeyGetsNoSecretOfOneThatOutlivesIt() {
        Instant end = house.clock.instant().plus(HOUR);
        NewApiKey key = create(true, end, Permission.API_KEYS_MANAGE);
        NewApiKey forEver = create(true, null, Permission.API_KEYS_MANAGE);
        Caller service = house.caller(key);

        assertThat(rotateAs(service, forEver)).isEqualTo(denied(new Denial.Forbidden()));
        assertThat(rotateAs(service, key)).isInstanceOf(RotateApiKey.Result.Rotated.class);
    }

    private CreateApiKey.Result createAs(Caller caller, @Nullable Instant expiresAt) {
        return house.createApiKey.create(caller, form(true, expiresAt, Permission.API_KEYS_MANAGE), People.PHONE);
    }

    private NewApiKey create(boolean serviceAccount, @Nullable Instant expiresAt, Permission... permissions) {
        var result = house.createApiKey.create(admin, form(serviceAccount, expiresAt, permissions), People.PHONE);
        return ((CreateApiKey.Result.Created) result).created();
    }

    private static CreateApiKey.Form form(
            boolean serviceAccount, @Nullable Instant expiresAt, Permission... permissions) {
        return new CreateApiKey.Form(
                new ApiKeyName("Nightly import"), new TreeSet<>(List.of(permissions)), serviceAccount, expiresAt);
    }

    private NewApiKey rotate(NewApiKey key, Duration overlap) {
        var result = house.rotateApiKey.rotate(admin, key.key().id(), overlap, People.PHONE);
        return ((RotateApiKey.Result.Rotated) result).rotated();
    }

    private RotateApiKey.Result rotateAs(Caller caller, NewApiKey key) {
        return house.rotateApiKey.rotate(caller, key.key().id(), HOUR, People.PHONE);
    }

    private static RotateApiKey.Result denied(Denial why) {
        return new RotateApiKey.Result.Denied(why);
    }

    /** Somebody who may manage keys, and this. */
    private Caller delegate(Tier tier, Permission... more) {
        User someone = house.put(house.moveIn(People.someone()), delegateRole(tier, more));
        return house.caller(house.signIn(someone));
    }

    private RoleName delegateRole(Tier tier, Permission... more) {
        TreeSet<Permission> permissions = new TreeSet<>(List.of(more));
        permissions.add(Permission.API_KEYS_MANAGE);
        Role role = new Role(new RoleName("DELEGATE_" + tier), tier, permissions);
        house.roles.define(role);
        return role.name();
    }

    private VerifyApiKey.Result verify(NewApiKey key) {
        return house.verifyApiKey.verify(key.text().reveal(), People.PHONE);
    }

    private boolean isLetIn(NewApiKey key) {
        return verify(key) instanceof VerifyApiKey.Result.Granted;
    }
}
