package dev.sallyport.application.user;

import dev.sallyport.application.Decide;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.password.CheckPassword;
import dev.sallyport.application.throttle.Throttle.Refusal;
import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.User;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Deletes the caller's account, for who gives its password once more. The account is marked and honours no session from then on; an
 * administrator can restore it until it is purged, and so long its names stay taken.
 */
public final class DeleteAccount {

    /** What came of it. */
    public sealed interface Result {
        record Deleted() implements Result {}

        record WrongPassword() implements Result {}

        record Throttled(Refusal refusal) implements Result {}

        record SignedOut() implements Result {}

        record Forbidden() implements Result {}

        /** Nobody would be left who may do everything. */
        record LastSuperAdmin() implements Result {}
    }

    private final FindActor actors;
    private final CheckPassword checkPassword;
    private final ReplaceUser replaceUser;
    private final SessionStore sessions;
    private final Audit audit;
    private final InstantSource clock;

    public DeleteAccount(
            FindActor actors,
            CheckPassword checkPassword,
            ReplaceUser replaceUser,
            SessionStore sessions,
            Audit audit,
            InstantSource clock) {
        this.actors = actors;
        this.checkPassword = checkPassword;
        this.replaceUser = replaceUser;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    public Result delete(Caller.InSession caller, Password password, Origin origin) {
        return Decide.untilDecided(() -> decide(caller, password, origin));
    }

    private Optional<Result> decide(Caller.InSession caller, Password password, Origin origin) {
        Optional<Actor> actor = actors.find(caller);
        if (actor.isEmpty()) {
            return Optional.of(new Result.SignedOut());
        }
        if (!actor.get().may(Permission.USERS_DELETE_SELF)) {
            return Optional.of(new Result.Forbidden());
        }
        User user = actor.get().account().orElseThrow();
        return switch (checkPassword.check(user, caller.session(), password, origin)) {
            case CheckPassword.Result.Wrong() -> Optional.of(new Result.WrongPassword());
            case CheckPassword.Result.Throttled(Refusal refusal) -> Optional.of(new Result.Throttled(refusal));
            case CheckPassword.Result.Right() -> deleted(user, caller, origin);
        };
    }

    private Optional<Result> deleted(User user, Caller.InSession caller, Origin origin) {
        return switch (replaceUser.replace(user, user.deleted(clock.instant()))) {
            case REPLACED -> {
                audit.record(AuditType.ACCOUNT_DELETED, caller.session(), origin, Map.of());
                sessions.endAll(user.id());
                yield Optional.of(new Result.Deleted());
            }
            case MOVED -> Optional.empty();
            case LAST_SUPER_ADMIN -> Optional.of(new Result.LastSuperAdmin());
            case USERNAME_TAKEN, ROLE_GONE -> throw new IllegalStateException("Neither name nor role changed");
        };
    }
}
