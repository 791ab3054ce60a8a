package dev.sallyport.application.role;

import dev.sallyport.domain.intention.Aim;
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

    /**
     * Announces that an account is about to have a custom role; empty if somebody is just removing it. From then on until {@link #granted}
     * nobody removes it: what is found after this stays. Two round trips. docs/adr/0017.
     */
    public Optional<Intention> announceGrant(RoleName custom) {
        return announcements.announceAgainst(Aim.removal(custom), Aim.grant(custom));
    }

    /** The account was written, or is not going to be. Not for who cannot tell: then the announcement has to stand until it is stale. */
    public void granted(Intention mine) {
        announcements.clear(mine);
    }
}
