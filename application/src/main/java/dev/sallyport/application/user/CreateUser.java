package dev.sallyport.application.user;

import dev.sallyport.application.Denial;
import dev.sallyport.application.InputProblem;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.role.KnownRoles;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.FindActor.Admission;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.intention.Intention;
import dev.sallyport.domain.password.PasswordHasher;
import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore.AddResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens an account for somebody else, in a role below the caller's own; any but the one that everybody gets takes a second permission.
 * Nobody is signed in.
 */
public final class CreateUser {

    /** What came of it. */
    public sealed interface Result {
        record Created(User user) implements Result {}

        record Invalid(List<InputProblem> problems) implements Result {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        record EmailTaken() implements Result {}

        record UsernameTaken() implements Result {}

        record RoleNotFound() implements Result {}

        record Denied(Denial why) implements Result {}
    }

    private final FindActor actors;
    private final KnownRoles roles;
    private final DraftAccount draftAccount;
    private final PasswordHasher hasher;
    private final AddUser addUser;
    private final Audit audit;

    public CreateUser(
            FindActor actors,
            KnownRoles roles,
            DraftAccount draftAccount,
            PasswordHasher hasher,
            AddUser addUser,
            Audit audit) {
        this.actors = actors;
        this.roles = roles;
        this.draftAccount = draftAccount;
        this.hasher = hasher;
        this.addUser = addUser;
        this.audit = audit;
    }

    public Result create(Caller caller, AccountForm form, RoleName roleName, boolean emailVerified, Origin origin) {
        return switch (actors.admit(caller, Permission.USERS_CREATE)) {
            case Admission.Refused(Denial why) -> new Result.Denied(why);
            case Admission.Granted(Actor actor) -> create(actor, form, roleName, emailVerified, origin);
        };
    }

    private Result create(Actor actor, AccountForm form, RoleName roleName, boolean emailVerified, Origin origin) {
        if (!roleName.equals(RoleName.USER) && !actor.may(Permission.ROLES_ASSIGN)) {
            return new Result.Denied(new Denial.Forbidden());
        }
        List<InputProblem> problems = draftAccount.problems(form);
        if (!problems.isEmpty()) {
            return new Result.Invalid(problems);
        }
        Optional<Role> role = roles.find(roleName);
        if (role.isEmpty()) {
            return new Result.RoleNotFound();
        }
        Optional<Denial> objection = actor.objectionTo(role.get(), BuiltInRoles.USER);
        if (objection.isPresent()) {
            return new Result.Denied(objection.get());
        }
        User draft = draftAccount.draft(form, emailVerified, hasher.hash(form.password()), roleName);
        return add(draft)
                .map(added -> result(added, draft, actor.caller(), origin))
                .orElseGet(Result.RoleNotFound::new);
    }

    /** Empty if the role is gone. */
    private Optional<AddResult> add(User draft) {
        RoleName role = draft.role().role();
        return BuiltInRoles.contain(role)
                ? Optional.of(addUser.add(draft))
                : roles.announceGrant(role).flatMap(grant -> grant(grant, draft));
    }

    /** Nobody removes the role between the look and the writing. docs/adr/0017. */
    private Optional<AddResult> grant(Intention grant, User draft) {
        Optional<AddResult> added = roles.find(draft.role().role()).map(role -> addUser.add(draft));
        roles.granted(grant);
        return added;
    }

    private Result result(AddResult added, User user, Caller caller, Origin origin) {
        return switch (added) {
            case EMAIL_TAKEN -> new Result.EmailTaken();
            case USERNAME_TAKEN -> new Result.UsernameTaken();
            case ADDED -> {
                Map<String, String> details = Map.of("role", user.role().role().value());
                audit.record(AuditType.USER_CREATED, caller, user.id(), origin, details);
                yield new Result.Created(user);
            }
        };
    }
}
