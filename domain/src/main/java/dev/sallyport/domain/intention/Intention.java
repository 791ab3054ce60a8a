package dev.sallyport.domain.intention;

import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.UserId;

/**
 * Something about to be done that no single record could decide, announced so that everybody can take it into account.
 *
 * @param value {@code kind:what}, 1 to {@value #MAX_LENGTH} visible ASCII characters
 */
public record Intention(String value) implements Comparable<Intention> {

    public static final int MAX_LENGTH = 100;

    public Intention {
        if (value.isEmpty() || value.length() > MAX_LENGTH || !value.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new IllegalArgumentException("An intention has 1 to " + MAX_LENGTH + " visible ASCII characters");
        }
    }

    /** Somebody is about to be no Super Admin any more, or none who may act. */
    public static Intention departure(UserId superAdmin) {
        return new Intention("departure:" + superAdmin);
    }

    /** A role is about to be removed. */
    public static Intention removal(RoleName role) {
        return new Intention("removal:" + role);
    }

    /** The first Super Admin is about to be made. */
    public static Intention foundation() {
        return new Intention("foundation:super-admin");
    }

    @Override
    public int compareTo(Intention other) {
        return value.compareTo(other.value);
    }
}
