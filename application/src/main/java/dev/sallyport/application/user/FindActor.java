package dev.sallyport.application.user;

import dev.sallyport.application.role.FindRole;
import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.user.UserStore;
import java.util.Optional;

/**
 * Reads the account behind a request. One round trip.
 *
 * <p>Empty if the account does not honour the caller's session any more: its password changed, it was suspended or deleted. So a
 * revocation holds even where ending the session in another store failed.
 */
public final class FindActor {

    private final UserStore users;
    private final FindRole roles;

    public FindActor(UserStore users, FindRole roles) {
        this.users = users;
        this.roles = roles;
    }

    public Optional<Actor> find(Caller caller) {
        return users.find(caller.session().user())
                .filter(caller.session()::isHonouredBy)
                .map(user -> new Actor(user, roles.find(user.role().role())));
    }
}
