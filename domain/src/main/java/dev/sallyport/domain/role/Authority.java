package dev.sallyport.domain.role;

/**
 * Who may do what to whom, as far as tiers decide it. A Super Admin stands above everybody, other Super Admins included; everybody else
 * only above the tiers below their own.
 */
public final class Authority {

    private Authority() {}

    /** Whether somebody may change an account or an API key that stands at a tier. */
    public static boolean mayActOn(Tier actor, Tier subject) {
        return actor == Tier.SUPER_ADMIN || actor.level() > subject.level();
    }

    /** Whether somebody may put a custom role at a tier: below their own, so that none stands beside the Super Admins. */
    public static boolean mayDefine(Tier actor, Tier role) {
        return actor.level() > role.level();
    }

    /** Whether somebody may do a thing themselves. A Super Admin may do everything, what applications have names of their own for included. */
    public static boolean holds(Role actor, Permission permission) {
        return actor.tier() == Tier.SUPER_ADMIN || actor.grants(permission);
    }

    /** Whether anything that one role allows is not allowed by the other. */
    public static boolean isLowered(Role before, Role after) {
        return after.tier().level() < before.tier().level()
                || before.permissions().stream().anyMatch(permission -> !holds(after, permission));
    }
}
