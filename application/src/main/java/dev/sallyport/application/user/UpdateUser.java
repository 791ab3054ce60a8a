package dev.sallyport.application.user;

import dev.sallyport.application.Condition;
import dev.sallyport.application.Denial;
import dev.sallyport.application.InputProblem;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.Administration.Decision;
import dev.sallyport.application.user.Administration.Outcome;
import dev.sallyport.application.user.Administration.Request;
import dev.sallyport.application.user.Administration.Situation;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.Suspension;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import java.util.List;
import java.util.Map;

/** Changes somebody's profile, and whether the account may be used, in one step. */
public final class UpdateUser {

    /** What came of it. */
    public sealed interface Result {
        record Updated(User user) implements Result {}

        record Invalid(List<InputProblem> problems) implements Result {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        record Denied(Denial why) implements Result {}
    }

    /** What is to become of an account's status. */
    public enum StatusChange {
        KEEP,
        ACTIVATE,
        /** Until somebody lets it in again; {@link SuspendUser} takes a reason and an end. */
        SUSPEND
    }

    private final Administration administration;

    public UpdateUser(Administration administration) {
        this.administration = administration;
    }

    public Result update(
            Caller caller, UserId id, ProfilePatch patch, StatusChange status, Condition condition, Origin origin) {
        List<InputProblem> problems = patch.problems();
        if (!problems.isEmpty()) {
            return new Result.Invalid(problems);
        }
        Request request = new Request(caller, Permission.USERS_UPDATE, id, condition, origin);
        return switch (administration.change(
                request, Administration.unlessDeleted(situation -> updated(situation, patch, status)))) {
            case Outcome.Done(User user, boolean _) -> new Result.Updated(user);
            case Outcome.Denied(Denial why) -> new Result.Denied(why);
        };
    }

    private static Decision updated(Situation situation, ProfilePatch patch, StatusChange status) {
        Profile profile = patch.on(situation.subject().profile());
        boolean isSuspended = situation.subject().status() == UserStatus.SUSPENDED;
        return switch (status) {
            case SUSPEND -> isSuspended ? updated(situation, profile) : suspended(situation, profile);
            case ACTIVATE -> isSuspended ? activated(situation, profile) : updated(situation, profile);
            case KEEP -> updated(situation, profile);
        };
    }

    private static Decision suspended(Situation situation, Profile profile) {
        Suspension suspension = new Suspension(Suspension.NO_REASON, null);
        User suspended =
                situation.subject().withProfile(profile, situation.now()).suspended(suspension, situation.now());
        return new Decision.Write(suspended, AuditType.USER_SUSPENDED, details(situation, profile));
    }

    private static Decision activated(Situation situation, Profile profile) {
        User activated =
                situation.subject().withProfile(profile, situation.now()).activated(situation.now());
        return new Decision.Write(activated, AuditType.USER_ACTIVATED, details(situation, profile));
    }

    private static Decision updated(Situation situation, Profile profile) {
        return profile.equals(situation.subject().profile())
                ? new Decision.Keep()
                : new Decision.Write(
                        situation.subject().withProfile(profile, situation.now()), AuditType.USER_UPDATED, Map.of());
    }

    /** One step, one record: it tells if more than the status changed. */
    private static Map<String, String> details(Situation situation, Profile profile) {
        return profile.equals(situation.subject().profile()) ? Map.of() : Map.of("profile", "changed");
    }
}
