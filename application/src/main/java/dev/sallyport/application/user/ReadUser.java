package dev.sallyport.application.user;

import dev.sallyport.application.Denial;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.FindActor.Admission;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStore;
import java.time.InstantSource;

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
        return switch (actors.admit(caller, Permission.USERS_READ)) {
            case Admission.Refused(Denial why) -> new Result.Denied(why);
            case Admission.Granted(Actor _) -> read(id);
        };
    }

    private Result read(UserId id) {
        return users.find(id)
                .map(user -> user.asOf(clock.instant()))
                .<Result>map(Result.Shown::new)
                .orElseGet(() -> new Result.Denied(new Denial.NotFound()));
    }
}
