package dev.sallyport.application.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.Condition;
import dev.sallyport.application.Denial;
import dev.sallyport.application.House;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.ReadUser;
import dev.sallyport.domain.apikey.ApiKeyName;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

        Caller service = service(key);

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
        Caller service = service(create(false, null, Permission.USERS_READ, Permission.ROLES_READ));
        house.assignRole.assign(superAdmin, grace.id(), RoleName.MODERATOR, Condition.NONE, People.PHONE);

        assertThat(house.readUser.read(service, grace.id())).isInstanceOf(ReadUser.Result.Shown.class);
        assertThat(house.listRoles.list(service).toString()).contains("Forbidden");
    }

    @Test
    void aKeyDiesWithItsCreatorsSuspensionUnlessItStandsForItself() {
        Caller own = service(create(false, null, Permission.USERS_READ));
        Caller serviceAccount = service(create(true, null, Permission.USERS_READ));

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
        Caller service = service(create(false, null, Permission.API_KEYS_MANAGE));

        assertThat(house.createApiKey.create(service, form(false, null, Permission.USERS_READ), People.PHONE))
                .isEqualTo(new CreateApiKey.Result.PermissionsTooHigh());
        assertThat(house.createApiKey.create(service, form(false, null, Permission.API_KEYS_MANAGE), People.PHONE))
                .isInstanceOf(CreateApiKey.Result.Created.class);
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

    private VerifyApiKey.Result verify(NewApiKey key) {
        return house.verifyApiKey.verify(key.text().reveal(), People.PHONE);
    }

    private boolean isLetIn(NewApiKey key) {
        return verify(key) instanceof VerifyApiKey.Result.Granted;
    }

    private Caller service(NewApiKey key) {
        return ((VerifyApiKey.Result.Granted) verify(key)).caller();
    }
}
