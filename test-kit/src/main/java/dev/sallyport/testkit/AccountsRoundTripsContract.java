package dev.sallyport.testkit;

import static dev.sallyport.testkit.RoundTrips.assertRoundTrips;

import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.testkit.backend.Relay;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How often the ports of the accounts' axis ask a server, as their Javadoc says. The stores reach it through {@link #relay} alone. */
public interface AccountsRoundTripsContract {

    Relay relay();

    UserStore users();

    RoleStore roles();

    AuditLog auditLog();

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
    default void readingRolesIsOneRoundTrip() {
        roles().define(BuiltInRoles.MODERATOR);

        assertRoundTrips(relay(), number -> roles().find(RoleName.MODERATOR)).isOne();
        assertRoundTrips(relay(), number -> roles().list()).isOne();
    }

    @Test
    default void recordingAnEventIsOneRoundTrip() {
        User someone = People.someone();

        assertRoundTrips(relay(), number -> auditLog().record(eventAbout(someone)))
                .isOne();
        assertRoundTrips(relay(), number -> auditLog().about(someone.id(), 10)).isOne();
    }

    /** One that is written, and the second time one that comes too late. */
    private void replace(User present) {
        users().replace(present, Accounts.next(present));
    }

    private User added() {
        User someone = People.someone();
        users().add(someone);
        return someone;
    }

    private static List<User> several() {
        return Stream.generate(People::someone).limit(5).toList();
    }

    private static AuditEvent eventAbout(User someone) {
        return new AuditEvent(
                AuditEventId.next(People.NOON, People.RANDOM),
                People.NOON,
                AuditType.SIGN_IN_FAILED,
                someone.id(),
                someone.id(),
                null,
                People.LAPTOP,
                Map.of());
    }
}
