package dev.sallyport.testkit;

import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.role.RoleAssignment;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.Email;
import dev.sallyport.domain.user.Metadata;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.Username;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Accounts to test with. Each call makes a new id; addresses and usernames are the person's own, except that {@link #someone} has
 * new ones each time and so fits a database that others use too.
 */
public final class People {

    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");
    public static final RandomGenerator RANDOM = new SecureRandom();
    public static final Origin LAPTOP = Origin.of(
            ClientAddress.of("203.0.113.7", new byte[] {(byte) 203, 0, 113, 7}), "Laptop/1.0", "request-laptop");
    public static final Origin PHONE = Origin.of(
            ClientAddress.of("198.51.100.23", new byte[] {(byte) 198, 51, 100, 23}), "Phone/2.0", "request-phone");

    private static final PasswordHash HASH =
            new PasswordHash("$2b$04$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW");

    private People() {}

    public static User ada() {
        return person("ada@example.org", "ada", "Ada Lovelace");
    }

    public static User grace() {
        return person("grace@example.org", "Grace.H", "Grace Hopper");
    }

    /** Has neither username nor display name. */
    public static User alan() {
        return User.register(
                UserId.next(NOON, RANDOM),
                new Email("alan@example.org"),
                new Profile(null, null, Metadata.EMPTY),
                HASH,
                RoleAssignment.global(RoleName.USER),
                NOON);
    }

    /** Somebody nobody has met: id, address and username occur nowhere else. */
    public static User someone() {
        return someoneSince(NOON);
    }

    /** The same, who registered then. */
    public static User someoneSince(Instant registered) {
        String unique = unique();
        return person("someone." + unique + "@example.org", "Someone." + unique, "Someone " + unique, registered);
    }

    /** 16 lower-case hexadecimal digits that no other call gives. */
    public static String unique() {
        return HexFormat.of().toHexDigits(RANDOM.nextLong());
    }

    public static User person(String email, String username, String displayName) {
        return person(email, username, displayName, NOON);
    }

    private static User person(String email, String username, String displayName, Instant registered) {
        return User.register(
                UserId.next(registered, RANDOM),
                new Email(email),
                new Profile(new Username(username), new DisplayName(displayName), new Metadata("{\"theme\":\"dark\"}")),
                HASH,
                RoleAssignment.global(RoleName.USER),
                registered);
    }
}
