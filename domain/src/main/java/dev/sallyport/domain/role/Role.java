package dev.sallyport.domain.role;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** A named set of permissions at a tier. The permissions are in name order, so that equal roles look equal everywhere. */
public record Role(RoleName name, Tier tier, SortedSet<Permission> permissions) {

    /** What people may give a role, so that an access token that lists them all stays short enough to be read. */
    public static final int MOST_PERMISSIONS = 64;

    public Role {
        permissions = Collections.unmodifiableSortedSet(new TreeSet<>(permissions));
    }

    public boolean grants(Permission permission) {
        return permissions.contains(permission);
    }

    /** What it grants and another does not. */
    public SortedSet<Permission> beyond(Role other) {
        SortedSet<Permission> more = new TreeSet<>(permissions);
        more.removeAll(other.permissions);
        return more;
    }
}
