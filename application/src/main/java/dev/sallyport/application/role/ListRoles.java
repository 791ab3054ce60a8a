package dev.sallyport.application.role;

import dev.sallyport.application.Denial;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.Actor;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.application.user.FindActor.Admission;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleStore;
import java.util.List;

/** Lists all roles, highest tier first. Two round trips. */
public final class ListRoles {

    /** What came of it. */
    public sealed interface Result {
        record Listed(List<Role> roles) implements Result {
            public Listed {
                roles = List.copyOf(roles);
            }
        }

        record Denied(Denial why) implements Result {}
    }

    private final FindActor actors;
    private final RoleStore roles;

    public ListRoles(FindActor actors, RoleStore roles) {
        this.actors = actors;
        this.roles = roles;
    }

    public Result list(Caller caller) {
        return switch (actors.admit(caller, Permission.ROLES_READ)) {
            case Admission.Refused(Denial why) -> new Result.Denied(why);
            case Admission.Granted(Actor _) -> new Result.Listed(roles.list());
        };
    }
}
