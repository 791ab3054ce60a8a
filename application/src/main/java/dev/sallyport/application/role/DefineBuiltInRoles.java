package dev.sallyport.application.role;

import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.RoleStore;

/** Sees to it, at each start, that the five built-in roles stand in the store as this version means them. */
public final class DefineBuiltInRoles {

    private final RoleStore roles;

    public DefineBuiltInRoles(RoleStore roles) {
        this.roles = roles;
    }

    /** May run on any number of instances at once. */
    public void define() {
        var stored = roles.list();
        BuiltInRoles.all().stream().filter(role -> !stored.contains(role)).forEach(roles::define);
    }
}
