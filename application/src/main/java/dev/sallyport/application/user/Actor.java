package dev.sallyport.application.user;

import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.user.User;

/** The account behind a request, as it stands in the store now, and what it may do. */
public record Actor(User user, Role role) {

    public boolean may(Permission permission) {
        return role.grants(permission);
    }
}
