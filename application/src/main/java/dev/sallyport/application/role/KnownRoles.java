package dev.sallyport.application.role;

import dev.sallyport.domain.intention.Intention;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;
import java.util.Optional;

/** The roles that can be given to somebody. Built-in ones cost no round trip. */
public final class KnownRoles {

    private final RoleStore roles;
    private final Announcements announcements;

    public KnownRoles(RoleStore roles, Announcements announcements) {
        this.roles = roles;
        this.announcements = announcements;
    }

    public Optional<Role> find(RoleName name) {
        return BuiltInRoles.find(name).or(() -> roles.find(name));
    }

    /** Whether a role that somebody was just given is there and nobody is about to remove it. Two round trips. */
    public boolean isThere(RoleName name) {
        return BuiltInRoles.contain(name)
                || (roles.find(name).isPresent()
                        && !announcements.isFresh(Intention.removal(name), announcements.read()));
    }
}
