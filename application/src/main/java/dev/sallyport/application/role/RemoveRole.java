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
import dev.sallyport.domain.intention.Aim;
import dev.sallyport.domain.intention.Intention;
import dev.sallyport.domain.role.Authority;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.domain.user.UserStore;
import java.util.Map;
import java.util.Optional;

/**
 * Removes a custom role that nobody has, not even a deleted account that can be restored.
 *
 * <p>Roles and accounts are different records, so the removal is announced before anybody looks who has the role, unless somebody has
 * announced to give it to somebody; and nobody gives it to anybody, or restores an account that has it, once the removal is announced.
 * docs/adr/0017.
 */
public final class RemoveRole {

    /** What came of it. */
    public sealed interface Result {
        record Removed() implements Result {}

        /** Somebody has it, or is just given it. */
        record InUse() implements Result {}

        record BuiltIn() implements Result {}

        record Denied(Denial why) implements Result {}
    }

    private final FindActor actors;
    private final RoleStore roles;
    private final UserStore users;
    private final Announcements announcements;
    private final Audit audit;

    public RemoveRole(FindActor actors, RoleStore roles, UserStore users, Announcements announcements, Audit audit) {
        this.actors = actors;
        this.roles = roles;
        this.users = users;
        this.announcements = announcements;
        this.audit = audit;
    }

    public Result remove(Caller caller, RoleName name, Condition condition, Origin origin) {
        return Decide.untilDecided(() -> decide(caller, name, condition, origin));
    }

    private Optional<Result> decide(Caller caller, RoleName name, Condition condition, Origin origin) {
        return switch (actors.admit(caller, Permission.ROLES_MANAGE)) {
            case Admission.Refused(Denial why) -> Optional.of(new Result.Denied(why));
            case Admission.Granted(Actor actor) -> decide(actor, name, condition, origin);
        };
    }

    private Optional<Result> decide(Actor actor, RoleName name, Condition condition, Origin origin) {
        if (BuiltInRoles.contain(name)) {
            return Optional.of(new Result.BuiltIn());
        }
        return roles.find(name)
                .map(role -> remove(actor, role, condition, origin))
                .orElseGet(() -> Optional.of(new Result.Denied(new Denial.NotFound())));
    }

    private Optional<Result> remove(Actor actor, Role role, Condition condition, Origin origin) {
        if (!Authority.mayActOn(actor.tier(), role.tier())) {
            return Optional.of(new Result.Denied(new Denial.TierTooLow()));
        }
        if (!condition.fits(Condition.tag(role))) {
            return Optional.of(new Result.Denied(new Denial.Stale()));
        }
        Optional<Intention> removal = announcements.announceAgainst(Aim.grant(role.name()), Aim.removal(role.name()));
        if (removal.isEmpty()) {
            return Optional.of(new Result.InUse());
        }
        Optional<Result> decided = removeUnlessInUse(role);
        announcements.clear(removal.get());
        if (decided.filter(Result.Removed.class::isInstance).isPresent()) {
            record(actor, role.name(), origin);
        }
        return decided;
    }

    private Optional<Result> removeUnlessInUse(Role role) {
        if (isInUse(role.name())) {
            return Optional.of(new Result.InUse());
        }
        return roles.remove(role) ? Optional.of(new Result.Removed()) : Optional.empty();
    }

    private void record(Actor actor, RoleName removed, Origin origin) {
        audit.record(AuditType.ROLE_REMOVED, actor.caller(), null, origin, Map.of("role", removed.value()));
    }

    /** Nobody is restored between the two looks: that is a grant, and would have been announced. */
    private boolean isInUse(RoleName name) {
        UserFilter having = UserFilter.having(name);
        return !users.list(having, 1).isEmpty()
                || !users.list(having.with(UserStatus.DELETED), 1).isEmpty();
    }
}
