package dev.sallyport.application.role;

import dev.sallyport.application.Condition;
import dev.sallyport.application.Decide;
import dev.sallyport.application.Denial;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.Actor;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.application.user.FindActor.Admission;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.role.Authority;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleStore;
import java.util.Map;
import java.util.Optional;

/** Changes what a custom role means, for everybody who has it, with their next request. Four round trips. */
public final class RedefineRole {

    /** What came of it. */
    public sealed interface Result {
        record Redefined(Role role) implements Result {}

        /** Whoever changes it lacks some of the permissions that are added. */
        record PermissionsTooHigh() implements Result {}

        record BuiltIn() implements Result {}

        record Denied(Denial why) implements Result {}
    }

    private final FindActor actors;
    private final RoleStore roles;
    private final Audit audit;

    public RedefineRole(FindActor actors, RoleStore roles, Audit audit) {
        this.actors = actors;
        this.roles = roles;
        this.audit = audit;
    }

    public Result redefine(Caller caller, Role next, Condition condition, Origin origin) {
        return Decide.untilDecided(() -> decide(caller, next, condition, origin));
    }

    private Optional<Result> decide(Caller caller, Role next, Condition condition, Origin origin) {
        return switch (actors.admit(caller, Permission.ROLES_MANAGE)) {
            case Admission.Refused(Denial why) -> denied(why);
            case Admission.Granted(Actor actor) -> decide(actor, next, condition, origin);
        };
    }

    private Optional<Result> decide(Actor actor, Role next, Condition condition, Origin origin) {
        if (BuiltInRoles.contain(next.name())) {
            return Optional.of(new Result.BuiltIn());
        }
        Optional<Role> found = roles.find(next.name());
        if (found.isEmpty()) {
            return denied(new Denial.NotFound());
        }
        if (!Authority.mayActOn(actor.tier(), found.get().tier()) || !Authority.mayDefine(actor.tier(), next.tier())) {
            return denied(new Denial.TierTooLow());
        }
        if (!actor.hold(next.beyond(found.get()))) {
            return Optional.of(new Result.PermissionsTooHigh());
        }
        if (!condition.fits(Condition.tag(found.get()))) {
            return denied(new Denial.Stale());
        }
        return write(found.get(), next, actor.caller(), origin);
    }

    private Optional<Result> write(Role found, Role next, Caller caller, Origin origin) {
        if (found.equals(next)) {
            return Optional.of(new Result.Redefined(next));
        }
        if (!roles.replace(found, next)) {
            return Optional.empty();
        }
        audit.record(AuditType.ROLE_REDEFINED, caller, null, origin, change(found, next));
        return Optional.of(new Result.Redefined(next));
    }

    private static Map<String, String> change(Role before, Role after) {
        return Map.of(
                "role", after.name().value(),
                "from", before.tier().name(),
                "to", after.tier().name(),
                "gained", Permission.list(after.beyond(before)),
                "lost", Permission.list(before.beyond(after)));
    }

    private static Optional<Result> denied(Denial why) {
        return Optional.of(new Result.Denied(why));
    }
}
