package dev.sallyport.application.user;

import dev.sallyport.application.role.SuperAdmins;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore;

/**
 * Writes an account, unless that took the last Super Admin away. One round trip; five where a Super Admin is to be none any more.
 */
public final class ReplaceUser {

    /** What came of it. */
    public enum Written {
        REPLACED,
        MOVED,
        USERNAME_TAKEN,
        LAST_SUPER_ADMIN
    }

    private final UserStore users;
    private final SuperAdmins superAdmins;

    public ReplaceUser(UserStore users, SuperAdmins superAdmins) {
        this.users = users;
        this.superAdmins = superAdmins;
    }

    /** The address is the same in both. */
    public Written replace(User expected, User next) {
        return SuperAdmins.isOne(expected) && !SuperAdmins.isOne(next) ? depart(expected, next) : write(expected, next);
    }

    private Written depart(User superAdmin, User next) {
        if (!superAdmins.announceDeparture(superAdmin.id())) {
            return Written.LAST_SUPER_ADMIN;
        }
        Written written = write(superAdmin, next);
        superAdmins.departed(superAdmin.id());
        return written;
    }

    private Written write(User expected, User next) {
        return switch (users.replace(expected, next)) {
            case REPLACED -> Written.REPLACED;
            case MOVED -> Written.MOVED;
            case USERNAME_TAKEN -> Written.USERNAME_TAKEN;
            case EMAIL_TAKEN -> throw new IllegalStateException("The address did not change");
        };
    }
}
