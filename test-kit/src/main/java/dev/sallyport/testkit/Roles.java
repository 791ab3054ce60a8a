package dev.sallyport.testkit;

import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.Tier;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Roles of a contract's own. */
final class Roles {

    private Roles() {}

    /** A name that nobody else uses. */
    static RoleName name(String title) {
        return new RoleName(title + "_" + upperCase(People.unique()));
    }

    static Role role(RoleName name, Tier tier, Permission... permissions) {
        return new Role(name, tier, new TreeSet<>(List.of(permissions)));
    }

    static String upperCase(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
