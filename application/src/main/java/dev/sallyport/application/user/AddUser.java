package dev.sallyport.application.user;

import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.UserStore.AddResult;
import java.util.Optional;

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
        while (result != AddResult.ADDED && purgeDeleted.free(user)) {
            result = users.add(user);
        }
        return result;
    }

    /** What {@link #add} would come to now, unless somebody else is faster. Writes nothing; one round trip for each name. */
    public AddResult foresee(User user) {
        if (isTaken(users.findByEmail(user.email()))) {
            return AddResult.EMAIL_TAKEN;
        }
        return isTaken(Optional.ofNullable(user.profile().username()).flatMap(users::findByUsername))
                ? AddResult.USERNAME_TAKEN
                : AddResult.ADDED;
    }

    private boolean isTaken(Optional<User> holder) {
        return holder.filter(user -> !purgeDeleted.isDue(user)).isPresent();
    }
}
