package dev.sallyport.domain;

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
import java.util.random.RandomGenerator;

/** Somebody to test with. The test-kit's people stand on the domain, so the domain has its own. */
public final class Ada {

    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");
    public static final RandomGenerator RANDOM = new SecureRandom();
    public static final Origin LAPTOP = new Origin(new ClientAddress("203.0.113.7", "203.0.113.7"), "Laptop/1.0", "r1");
    public static final Origin PHONE =
            new Origin(new ClientAddress("198.51.100.23", "198.51.100.23"), "Phone/2.0", "r2");

    private Ada() {}

    public static User account() {
        return User.register(
                UserId.next(NOON, RANDOM),
                new Email("ada@example.org"),
                new Profile(new Username("ada"), new DisplayName("Ada Lovelace"), Metadata.EMPTY),
                new PasswordHash("$quick$ada"),
                RoleAssignment.global(RoleName.USER),
                NOON);
    }
}
