package dev.sallyport.application.user;

import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.user.User;
import java.util.Optional;

/** Shows the caller their own account. */
public final class ReadProfile {

    /** What came of it. */
    public sealed interface Result {
        record Shown(User user) implements Result {}

        record SignedOut() implements Result {}

        record Forbidden() implements Result {}
    }

    private final FindActor actors;

    public ReadProfile(FindActor actors) {
        this.actors = actors;
    }

    public Result read(Caller caller) {
        Optional<Actor> actor = actors.find(caller);
        if (actor.isEmpty()) {
            return new Result.SignedOut();
        }
        return actor.filter(reader -> reader.may(Permission.USERS_READ_SELF))
                .flatMap(Actor::account)
                .<Result>map(Result.Shown::new)
                .orElseGet(Result.Forbidden::new);
    }
}
