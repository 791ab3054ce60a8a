package dev.sallyport.testkit;

import static dev.sallyport.testkit.RoundTrips.assertRoundTrips;

import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyStore;
import dev.sallyport.domain.intention.Intention;
import dev.sallyport.domain.intention.IntentionStore;
import dev.sallyport.domain.intention.Intentions;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.role.Tier;
import dev.sallyport.domain.user.SearchPrefix;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.testkit.backend.Relay;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How often the ports of the accounts' axis ask a server, as their Javadoc says. The stores reach it through {@link #relay} alone. */
public interface AccountsRoundTripsContract {

    Relay relay();

    UserStore users();

    RoleStore roles();

    ApiKeyStore apiKeys();

    IntentionStore intentions();

    @Test
    default void findingAnAccountIsOneRoundTrip() {
        User someone = added();
        User stranger = People.someone();

        assertRoundTrips(relay(), number -> users().find(someone.id())).isOne();
        assertRoundTrips(relay(), number -> users().findByEmail(someone.email()))
                .isOne();
        assertRoundTrips(relay(), number -> users().findByUsername(Accounts.username(someone)))
                .isOne();
        assertRoundTrips(relay(), number -> users().find(stranger.id())).isOne();
    }

    @Test
    default void addingAnAccountIsOneRoundTrip() {
        List<User> newcomers = several();

        assertRoundTrips(relay(), number -> users().add(newcomers.get(number))).isOne();
    }

    @Test
    default void hearingThatAnAddressIsTakenIsOneRoundTrip() {
        User someone = added();
        List<User> late = several();

        assertRoundTrips(relay(), number -> users().add(Accounts.with(late.get(number), someone.email())))
                .isOne();
    }

    @Test
    default void replacingAnAccountIsOneRoundTrip() {
        List<User> present = several();
        present.forEach(users()::add);

        assertRoundTrips(relay(), number -> replace(present.get(number))).isOne();
        assertRoundTrips(relay(), number -> replace(present.get(number))).isOne();
    }

    @Test
    default void notingASignInIsOneRoundTrip() {
        User someone = added();

        assertRoundTrips(relay(), number -> users().recordSignIn(someone.id(), People.NOON.plusMillis(number)))
                .isOne();
    }

    @Test
    default void aPageOfAccountsIsOneRoundTrip() {
        RoleName role = Accounts.role();
        List<User> present = several(role);
        present.forEach(users()::add);
        UserId middle = present.get(2).id();
        SearchPrefix prefix = new SearchPrefix("someone");

        assertRoundTrips(relay(), number -> users().list(UserFilter.having(role), 10))
                .isOne();
        assertRoundTrips(relay(), number -> users().list(new UserFilter(null, null, null, null, middle), 2))
                .isOne();
        assertRoundTrips(relay(), number -> users().list(new UserFilter(role, null, prefix, null, middle), 2))
                .isOne();
    }

    @Test
    default void countingAccountsIsOneRoundTrip() {
        RoleName role = Accounts.role();
        SearchPrefix prefix = new SearchPrefix("someone");
        several(role).forEach(users()::add);

        assertRoundTrips(relay(), number -> users().count(UserFilter.having(role)))
                .isOne();
        assertRoundTrips(relay(), number -> users().count(new UserFilter(role, null, prefix, null, null)))
                .isOne();
    }

    @Test
    default void lookingForTheDeletedIsOneRoundTrip() {
        users().add(People.someone().deleted(People.NOON));

        assertRoundTrips(relay(), number -> users().deletedBefore(People.NOON.plusMillis(1), 10))
                .isOne();
    }

    @Test
    default void removingAnAccountIsOneRoundTrip() {
        List<User> present = several();
        present.forEach(users()::add);

        assertRoundTrips(relay(), number -> users().remove(Accounts.next(present.get(number))))
                .isOne();
        assertRoundTrips(relay(), number -> users().remove(present.get(number))).isOne();
    }

    @Test
    default void readingRolesIsOneRoundTrip() {
        roles().define(BuiltInRoles.MODERATOR);

        assertRoundTrips(relay(), number -> roles().find(RoleName.MODERATOR)).isOne();
        assertRoundTrips(relay(), number -> roles().list()).isOne();
    }

    @Test
    default void replacingAndRemovingRolesIsOneRoundTrip() {
        List<Role> present = Stream.generate(() -> Roles.role(Roles.name("EDITOR"), Tier.USER, Permission.CONTENT_READ))
                .limit(5)
                .toList();
        present.forEach(roles()::add);

        assertRoundTrips(relay(), number -> replace(present.get(number))).isOne();
        assertRoundTrips(relay(), number -> roles().remove(present.get(number))).isOne();
        assertRoundTrips(relay(), number -> roles().remove(lowered(present.get(number))))
                .isOne();
    }

    @Test
    default void whateverIsDoneWithAnApiKeyIsOneRoundTrip() {
        List<ApiKey> keys = Stream.generate(ApiKeys::full).limit(5).toList();

        assertRoundTrips(relay(), number -> apiKeys().add(keys.get(number))).isOne();
        assertRoundTrips(relay(), number -> apiKeys().find(keys.get(number).id()))
                .isOne();
        assertRoundTrips(relay(), number -> apiKeys().list(keys.getFirst().id(), 10))
                .isOne();
        assertRoundTrips(relay(), number -> replace(keys.get(number))).isOne();
        assertRoundTrips(relay(), number -> apiKeys().recordUse(keys.get(number).id(), People.NOON, Duration.ZERO))
                .isOne();
        assertRoundTrips(relay(), number -> apiKeys().remove(keys.get(number).id()))
                .isOne();
    }

    @Test
    default void announcingIsOneRoundTripAfterTheFirst() {
        announce();

        assertRoundTrips(relay(), number -> intentions().read()).isOne();
        assertRoundTrips(relay(), number -> intentions().replace(Intentions.NONE, Intentions.NONE))
                .isOne();
        assertRoundTrips(relay(), number -> announce()).isEqualTo(2);
    }

    /** One that is written, and the second time one that comes too late. */
    private void replace(User present) {
        users().replace(present, Accounts.next(present));
    }

    private void replace(Role present) {
        roles().replace(present, lowered(present));
    }

    private static Role lowered(Role role) {
        return Roles.role(role.name(), Tier.GUEST);
    }

    private void replace(ApiKey present) {
        apiKeys().replace(present, ApiKeys.next(present));
    }

    /** One reading and one writing. */
    private void announce() {
        Intentions present = intentions().read();
        intentions().replace(present, present.with(Intention.of("foundation:super-admin/ada"), People.NOON));
    }

    private User added() {
        User someone = People.someone();
        users().add(someone);
        return someone;
    }

    private static List<User> several(RoleName role) {
        return Stream.generate(() -> Accounts.someone(role)).limit(5).toList();
    }

    private static List<User> several() {
        return Stream.generate(People::someone).limit(5).toList();
    }
}
