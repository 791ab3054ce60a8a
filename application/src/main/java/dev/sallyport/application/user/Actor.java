package dev.sallyport.application.user;

import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.Tier;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import java.util.Optional;

/**
 * Who is behind a request, as it stands in the store now, and what they may do.
 *
 * @param account empty for an API key that stands for itself
 * @param role for an API key no more than the key was given
 */
public record Actor(Caller caller, Optional<User> account, Role role) {

    public boolean may(Permission permission) {
        return role.grants(permission);
    }

    public Tier tier() {
        return role.tier();
    }

    public boolean is(UserId other) {
        return account.filter(user -> user.id().equals(other)).isPresent();
    }
}
