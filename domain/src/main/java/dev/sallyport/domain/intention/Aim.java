package dev.sallyport.domain.intention;

import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.UserId;

/**
 * What somebody may be about to do that no single record could decide. Several may be about to do the same at once.
 *
 * @param value {@code kind:what}, without a slash
 */
public record Aim(String value) {

    public Aim {
        if (value.isEmpty() || value.indexOf('/') >= 0) {
            throw new IllegalArgumentException("Expected kind:what, without a slash");
        }
    }

    /** That somebody is no Super Admin any more, or none who may act. */
    public static Aim departure(UserId superAdmin) {
        return new Aim("departure:" + superAdmin);
    }

    /** That an account has a role which it did not have, or not while it was deleted. */
    public static Aim grant(RoleName role) {
        return new Aim("grant:" + role);
    }

    /** That a role is gone. */
    public static Aim removal(RoleName role) {
        return new Aim("removal:" + role);
    }

    /** That there is a first Super Admin. */
    public static Aim foundation() {
        return new Aim("foundation:super-admin");
    }
}
