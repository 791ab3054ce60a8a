package dev.sallyport.application.role;

import dev.sallyport.application.Denial;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.Actor;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.application.user.FindActor.Admission;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;

/** Shows what a role means. Two round trips, one for a built-in role. */
public final class ReadRole {

    /** What came of it. */
    public sealed interface Result {
        record Shown(Role role) implements Result {}

        record Denied(Denial why) implements Result {}
    }

    private final FindActor actors;
    private final KnownRoles roles;

    public ReadRole(FindActor actors, KnownRoles roles) {
        this.actors = actors;
        this.roles = roles;
    }

    public Result read(Caller caller, RoleName name) {
        return switch (actors.admit(caller, Permission.ROLES_READ)) {
            case Admission.Refused(Denial why) -> new Result.Denied(why);
            case Admission.Granted(Actor _) -> read(name);
        };
    }

    private Result read(RoleName name) {
        return roles.find(name)
                .<Result>map(Result.Shown::new)
                .orElseGet(() -> new Result.Denied(new Denial.NotFound()));
    }
}
