package dev.sallyport.application.role;

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

/** Makes a new role. Four round trips: the caller's account, the roles there are, the role, the record. */
public final class DefineRole {

    /** So many at most, so that a list of all of them stays short; simultaneous calls may exceed it a little. */
    public static final int MOST = 500;

    /** What came of it. */
    public sealed interface Result {
        record Defined(Role role) implements Result {}

        /** Whoever defines it lacks some of the permissions. */
        record PermissionsTooHigh() implements Result {}

        record NameTaken() implements Result {}

        record TooMany() implements Result {}

        record Denied(Denial why) implements Result {}
    }

    private final FindActor actors;
    private final RoleStore roles;
    private final Audit audit;

    public DefineRole(FindActor actors, RoleStore roles, Audit audit) {
        this.actors = actors;
        this.roles = roles;
        this.audit = audit;
    }

    public Result define(Caller caller, Role role, Origin origin) {
        return switch (actors.admit(caller, Permission.ROLES_MANAGE)) {
            case Admission.Refused(Denial why) -> new Result.Denied(why);
            case Admission.Granted(Actor actor) -> define(actor, role, origin);
        };
    }

    private Result define(Actor actor, Role role, Origin origin) {
        if (!Authority.mayDefine(actor.tier(), role.tier())) {
            return new Result.Denied(new Denial.TierTooLow());
        }
        if (!actor.hold(role.permissions())) {
            return new Result.PermissionsTooHigh();
        }
        if (BuiltInRoles.contain(role.name())) {
            return new Result.NameTaken();
        }
        return roles.list().size() < MOST ? add(role, actor.caller(), origin) : new Result.TooMany();
    }

    private Result add(Role role, Caller caller, Origin origin) {
        if (!roles.add(role)) {
            return new Result.NameTaken();
        }
        audit.record(AuditType.ROLE_DEFINED, caller, null, origin, details(role));
        return new Result.Defined(role);
    }

    private static Map<String, String> details(Role role) {
        return Map.of(
                "role", role.name().value(),
                "tier", role.tier().name(),
                "permissions", Permission.list(role.permissions()));
    }
}
