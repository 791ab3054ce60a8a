package dev.sallyport.application.role;

import dev.sallyport.application.Denial;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.Actor;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleStore;
import java.util.List;
import java.util.Optional;

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
        Optional<Actor> actor = actors.find(caller);
        if (actor.isEmpty()) {
            return new Result.Denied(new Denial.SignedOut());
        }
        return actor.get().may(Permission.ROLES_READ)
                ? new Result.Listed(roles.list())
                : new Result.Denied(new Denial.Forbidden());
    }
}
