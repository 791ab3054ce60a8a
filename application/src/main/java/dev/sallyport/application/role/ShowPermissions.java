package dev.sallyport.application.role;

import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.Actor;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.Role;
import java.util.Optional;

/** Tells what the caller may do; who is not signed in is a guest. */
public final class ShowPermissions {

    /** What came of it. */
    public sealed interface Result {
        record Shown(Role role) implements Result {}

        record SignedOut() implements Result {}
    }

    private final FindActor actors;

    public ShowPermissions(FindActor actors) {
        this.actors = actors;
    }

    public Result show(Optional<Caller> caller) {
        if (caller.isEmpty()) {
            return new Result.Shown(BuiltInRoles.GUEST);
        }
        return actors.find(caller.get())
                .map(Actor::role)
                .<Result>map(Result.Shown::new)
                .orElseGet(Result.SignedOut::new);
    }
}
