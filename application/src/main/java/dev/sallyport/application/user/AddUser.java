package dev.sallyport.application.user;

import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.UserStore.AddResult;

/** Adds an account. A name that only a deleted account still has, whose time is over, is free. One round trip, seldom more. */
public final class AddUser {

    private final UserStore users;
    private final PurgeDeleted purgeDeleted;

    public AddUser(UserStore users, PurgeDeleted purgeDeleted) {
        this.users = users;
        this.purgeDeleted = purgeDeleted;
    }

    public AddResult add(User user) {
        AddResult result = users.add(user);
        while (result != AddResult.ADDED
                && purgeDeleted.free(user.email(), user.profile().username())) {
            result = users.add(user);
        }
        return result;
    }
}
