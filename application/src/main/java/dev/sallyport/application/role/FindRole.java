package dev.sallyport.application.role;

import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;

/** Finds what a role means. The built-in ones cost no round trip; one that was removed means what a guest may do. */
public final class FindRole {

    private final RoleStore roles;

    public FindRole(RoleStore roles) {
        this.roles = roles;
    }

    public Role find(RoleName name) {
        return BuiltInRoles.find(name).or(() -> roles.find(name)).orElse(BuiltInRoles.GUEST);
    }
}
