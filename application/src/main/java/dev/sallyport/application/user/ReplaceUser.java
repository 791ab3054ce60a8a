package dev.sallyport.application.user;

import dev.sallyport.application.role.KnownRoles;
import dev.sallyport.application.role.SuperAdmins;
import dev.sallyport.application.role.SuperAdmins.Departure;
import dev.sallyport.domain.intention.Intention;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.UserStore.ReplaceResult;
import java.util.Optional;

/**
 * Writes an account, unless that took the last Super Admin away, or gave somebody a role that is just being removed. A username that only
 * a deleted account still has, whose time is over, is free.
 *
 * <p>One round trip; five more where a Super Admin is to be none any more, four more where a deleted account with a custom role is restored,
 * five where somebody is given one.
 *
 * <p>If the write fails for an outage, nobody knows whether it happened or still will: what was announced before stays until it is stale.
 */
public final class ReplaceUser {

    /** What came of it. */
    public enum Written {
        REPLACED,
        MOVED,
        USERNAME_TAKEN,
        LAST_SUPER_ADMIN,
        /** The role is not there, or somebody is just removing it. */
        ROLE_GONE
    }

    private final UserStore users;
    private final SuperAdmins superAdmins;
    private final KnownRoles knownRoles;
    private final PurgeDeleted purgeDeleted;

    public ReplaceUser(UserStore users, SuperAdmins superAdmins, KnownRoles knownRoles, PurgeDeleted purgeDeleted) {
        this.users = users;
        this.superAdmins = superAdmins;
        this.knownRoles = knownRoles;
        this.purgeDeleted = purgeDeleted;
    }

    /** The address is the same in both. */
    public Written replace(User expected, User next) {
        return SuperAdmins.isOne(expected) && !SuperAdmins.isOne(next)
                ? depart(expected, next)
                : grantOrWrite(expected, next);
    }

    private Written depart(User superAdmin, User next) {
        return switch (superAdmins.announceDeparture(superAdmin.id())) {
            case Departure.LastOne() -> Written.LAST_SUPER_ADMIN;
            case Departure.Announced departure -> {
                Written written = grantOrWrite(superAdmin, next);
                superAdmins.departed(departure);
                yield written;
            }
        };
    }

    private Written grantOrWrite(User expected, User next) {
        RoleName role = next.role().role();
        boolean isGrant = isAnother(role, expected) || isRestored(expected, next);
        return isGrant && !BuiltInRoles.contain(role) ? grant(role, expected, next) : write(expected, next);
    }

    private static boolean isAnother(RoleName role, User expected) {
        return !role.equals(expected.role().role());
    }

    private static boolean isRestored(User expected, User next) {
        return expected.status() == UserStatus.DELETED && next.status() != UserStatus.DELETED;
    }

    private Written grant(RoleName custom, User expected, User next) {
        Optional<Intention> grant = knownRoles.announceGrant(custom);
        if (grant.isEmpty()) {
            return Written.ROLE_GONE;
        }
        boolean isGone = isAnother(custom, expected) && knownRoles.find(custom).isEmpty();
        Written written = isGone ? Written.ROLE_GONE : write(expected, next);
        knownRoles.granted(grant.get());
        return written;
    }

    private Written write(User expected, User next) {
        ReplaceResult result = users.replace(expected, next);
        while (result == ReplaceResult.USERNAME_TAKEN && purgeDeleted.free(next)) {
            result = users.replace(expected, next);
        }
        return switch (result) {
            case REPLACED -> Written.REPLACED;
            case MOVED -> Written.MOVED;
            case USERNAME_TAKEN -> Written.USERNAME_TAKEN;
            case EMAIL_TAKEN -> throw new IllegalStateException("The address did not change");
        };
    }
}
