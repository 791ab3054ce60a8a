package dev.sallyport.application.user;

import dev.sallyport.application.Denial;
import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStore;
import java.time.InstantSource;
import java.util.Optional;

/** Shows an account to somebody who may read them all. Two round trips. */
public final class ReadUser {

    /** What came of it. */
    public sealed interface Result {
        record Shown(User user) implements Result {}

        record Denied(Denial why) implements Result {}
    }

    private final FindActor actors;
    private final UserStore users;
    private final InstantSource clock;

    public ReadUser(FindActor actors, UserStore users, InstantSource clock) {
        this.actors = actors;
        this.users = users;
        this.clock = clock;
    }

    public Result read(Caller caller, UserId id) {
        Optional<Actor> actor = actors.find(caller);
        if (actor.isEmpty()) {
            return new Result.Denied(new Denial.SignedOut());
        }
        if (!actor.get().may(Permission.USERS_READ)) {
            return new Result.Denied(new Denial.Forbidden());
        }
        return users.find(id)
                .map(user -> user.asOf(clock.instant()))
                .<Result>map(Result.Shown::new)
                .orElseGet(() -> new Result.Denied(new Denial.NotFound()));
    }
}
