package dev.sallyport.application.user;

import dev.sallyport.application.Condition;
import dev.sallyport.application.Denial;
import dev.sallyport.application.role.KnownRoles;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.Administration.Decision;
import dev.sallyport.application.user.Administration.Outcome;
import dev.sallyport.application.user.Administration.Request;
import dev.sallyport.application.user.Administration.Situation;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.role.Authority;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleAssignment;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import java.util.Map;
import java.util.Optional;

/**
 * Gives an account another role. If that lowers what it may do, its sessions end and nothing issued before counts any more; otherwise they
 * live on. Takes effect with the next request either way.
 */
public final class AssignRole {

    /** What came of it. */
    public sealed interface Result {
        record Assigned(User user) implements Result {}

        /** It is not there, or somebody is just removing it. */
        record RoleNotFound() implements Result {}

        record Denied(Denial why) implements Result {}
    }

    private final Administration administration;
    private final KnownRoles knownRoles;

    public AssignRole(Administration administration, KnownRoles knownRoles) {
        this.administration = administration;
        this.knownRoles = knownRoles;
    }

    public Result assign(Caller caller, UserId id, RoleName name, Condition condition, Origin origin) {
        Request request = new Request(caller, Permission.ROLES_ASSIGN, id, condition, origin);
        Optional<Role> role = knownRoles.find(name);
        Outcome outcome = administration.change(
                request,
                Administration.unlessDeleted(situation -> role.map(found -> assigned(situation, found))
                        .orElseGet(() -> new Decision.Deny(new Denial.RoleGone()))));
        return switch (outcome) {
            case Outcome.Done(User user, boolean _) -> new Result.Assigned(user);
            case Outcome.Denied(Denial.RoleGone()) -> new Result.RoleNotFound();
            case Outcome.Denied(Denial why) -> new Result.Denied(why);
        };
    }

    private static Decision assigned(Situation situation, Role next) {
        User user = situation.subject();
        RoleAssignment assignment = RoleAssignment.global(next.name());
        Optional<Denial> objection = situation.actor().objectionTo(next, situation.role());
        if (objection.isPresent()) {
            return new Decision.Deny(objection.get());
        }
        if (user.role().equals(assignment)) {
            return new Decision.Keep();
        }
        User changed = Authority.isLowered(situation.role(), next)
                ? user.loweredTo(assignment, situation.now())
                : user.raisedTo(assignment, situation.now());
        Map<String, String> details =
                Map.of("from", user.role().role().value(), "to", next.name().value());
        return new Decision.Write(changed, AuditType.ROLE_CHANGED, details);
    }
}
