package dev.sallyport.domain.role;

import static dev.sallyport.domain.role.Permission.*;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The five roles that always exist, highest first. Each holds what the one below holds, and more. */
public final class BuiltInRoles {

    public static final Role GUEST = new Role(RoleName.GUEST, Tier.GUEST, sorted(CONTENT_READ));
    public static final Role USER = above(
            GUEST,
            RoleName.USER,
            Tier.USER,
            USERS_READ_SELF,
            USERS_UPDATE_SELF,
            USERS_DELETE_SELF,
            SESSIONS_READ_SELF,
            SESSIONS_MANAGE_SELF,
            CONTENT_WRITE);
    public static final Role MODERATOR = above(USER, RoleName.MODERATOR, Tier.MODERATOR, USERS_READ, CONTENT_MODERATE);
    public static final Role ADMIN = above(
            MODERATOR,
            RoleName.ADMIN,
            Tier.ADMIN,
            USERS_CREATE,
            USERS_UPDATE,
            USERS_DELETE,
            ROLES_READ,
            ROLES_ASSIGN,
            SESSIONS_MANAGE,
            AUDIT_READ,
            API_KEYS_MANAGE);
    public static final Role SUPER_ADMIN = above(ADMIN, RoleName.SUPER_ADMIN, Tier.SUPER_ADMIN, ROLES_MANAGE);

    private static final List<Role> ALL = List.of(SUPER_ADMIN, ADMIN, MODERATOR, USER, GUEST);

    private BuiltInRoles() {}

    public static List<Role> all() {
        return ALL;
    }

    public static Optional<Role> find(RoleName name) {
        return ALL.stream().filter(role -> role.name().equals(name)).findFirst();
    }

    /** The one of a tier. */
    public static Role at(Tier tier) {
        return ALL.stream().filter(role -> role.tier() == tier).findFirst().orElseThrow();
    }

    public static boolean contain(RoleName name) {
        return find(name).isPresent();
    }

    private static Role above(Role lower, RoleName name, Tier tier, Permission... more) {
        SortedSet<Permission> permissions = sorted(more);
        permissions.addAll(lower.permissions());
        return new Role(name, tier, permissions);
    }

    private static SortedSet<Permission> sorted(Permission... permissions) {
        return new TreeSet<>(List.of(permissions));
    }
}
