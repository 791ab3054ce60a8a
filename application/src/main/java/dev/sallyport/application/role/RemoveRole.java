package dev.sallyport.application.role;

import dev.sallyport.application.Condition;
import dev.sallyport.application.Denial;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.Actor;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
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
 * <p>Roles and accounts are different records, so the removal is announced before anybody looks who has the role. Who gives it to somebody
 * at that moment either is seen here, or sees the announcement and takes it back. docs/adr/0017.
 */
public final class RemoveRole {

    /** What came of it. */
    public sealed interface Result {
        record Removed() implements Result {}

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
        Optional<Actor> actor = actors.find(caller);
        if (actor.isEmpty()) {
            return new Result.Denied(new Denial.SignedOut());
        }
        if (!actor.get().may(Permission.ROLES_MANAGE)) {
            return new Result.Denied(new Denial.Forbidden());
        }
        if (BuiltInRoles.contain(name)) {
            return new Result.BuiltIn();
        }
        return roles.find(name)
                .map(role -> remove(actor.get(), role, condition, origin))
                .orElseGet(() -> new Result.Denied(new Denial.NotFound()));
    }

    private Result remove(Actor actor, Role role, Condition condition, Origin origin) {
        if (!Authority.mayActOn(actor.tier(), role.tier())) {
            return new Result.Denied(new Denial.TierTooLow());
        }
        if (!condition.fits(Condition.tag(role))) {
            return new Result.Denied(new Denial.Stale());
        }
        Intention removal = Intention.removal(role.name());
        announcements.announce(removal);
        try {
            return removeUnlessInUse(actor, role, origin);
        } finally {
            announcements.clear(removal);
        }
    }

    private Result removeUnlessInUse(Actor actor, Role role, Origin origin) {
        if (isInUse(role.name())) {
            return new Result.InUse();
        }
        if (!roles.remove(role)) {
            return new Result.Denied(new Denial.Stale());
        }
        audit.record(
                AuditType.ROLE_REMOVED,
                actor.caller(),
                null,
                origin,
                Map.of("role", role.name().value()));
        return new Result.Removed();
    }

    private boolean isInUse(RoleName name) {
        UserFilter having = UserFilter.having(name);
        return !users.list(having, 1).isEmpty()
                || !users.list(having.with(UserStatus.DELETED), 1).isEmpty();
    }
}
