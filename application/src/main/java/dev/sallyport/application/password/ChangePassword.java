package dev.sallyport.application.password;

import dev.sallyport.application.Decide;
import dev.sallyport.application.InputProblem;
import dev.sallyport.application.Together;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.throttle.Throttle.Refusal;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.Actor;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.password.PasswordHasher;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes the caller's password and ends every other session.
 *
 * <p>The account is the deciding write: with it every session opened under the old password is void, wherever it is stored. Then the
 * caller's own session is carried over; if the process dies in between, the caller signs in anew with the new password.
 */
public final class ChangePassword {

    /** What came of it. */
    public sealed interface Result {
        record Changed() implements Result {}

        record WrongPassword() implements Result {}

        record Invalid(List<InputProblem> problems) implements Result {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        record Throttled(Refusal refusal) implements Result {}

        record SignedOut() implements Result {}

        record Forbidden() implements Result {}
    }

    private final FindActor actors;
    private final CheckPassword checkPassword;
    private final JudgePassword judgePassword;
    private final PasswordHasher hasher;
    private final UserStore users;
    private final SessionStore sessions;
    private final Audit audit;
    private final Together together;
    private final InstantSource clock;

    public ChangePassword(
            FindActor actors,
            CheckPassword checkPassword,
            JudgePassword judgePassword,
            PasswordHasher hasher,
            UserStore users,
            SessionStore sessions,
            Audit audit,
            Together together,
            InstantSource clock) {
        this.actors = actors;
        this.checkPassword = checkPassword;
        this.judgePassword = judgePassword;
        this.hasher = hasher;
        this.users = users;
        this.sessions = sessions;
        this.audit = audit;
        this.together = together;
        this.clock = clock;
    }

    public Result change(Caller.InSession caller, Password current, Password next, Origin origin) {
        return Decide.untilDecided(() -> decide(caller, current, next, origin));
    }

    private Optional<Result> decide(Caller.InSession caller, Password current, Password next, Origin origin) {
        Optional<Actor> actor = actors.find(caller);
        if (actor.isEmpty()) {
            return Optional.of(new Result.SignedOut());
        }
        if (!actor.get().may(Permission.USERS_UPDATE_SELF)) {
            return Optional.of(new Result.Forbidden());
        }
        User user = actor.get().account().orElseThrow();
        List<InputProblem> problems = judgePassword.judge(
                next,
                Optional.of(user.email()),
                Optional.ofNullable(user.profile().username()));
        if (!problems.isEmpty()) {
            return Optional.of(new Result.Invalid(problems));
        }
        return switch (checkPassword.check(user, caller.session(), current, origin)) {
            case CheckPassword.Result.Wrong() -> Optional.of(new Result.WrongPassword());
            case CheckPassword.Result.Throttled(Refusal refusal) -> Optional.of(new Result.Throttled(refusal));
            case CheckPassword.Result.Right() -> changed(user, next, caller, origin);
        };
    }

    private Optional<Result> changed(User user, Password next, Caller.InSession caller, Origin origin) {
        User changed = user.withPassword(hasher.hash(next), clock.instant());
        return switch (users.replace(user, changed)) {
            case REPLACED -> {
                SessionId mine = caller.session().id();
                together.run(
                        () -> carryOver(mine, changed),
                        () -> sessions.endOthers(user.id(), mine),
                        () -> audit.record(AuditType.PASSWORD_CHANGED, caller.session(), origin, Map.of()));
                yield Optional.of(new Result.Changed());
            }
            case MOVED -> Optional.empty();
            case EMAIL_TAKEN, USERNAME_TAKEN -> throw new IllegalStateException("Neither address nor name changed");
        };
    }

    /** The session may be rotated at this moment by its other tab: then again, on what it has become. */
    private void carryOver(SessionId id, User user) {
        Optional<Session> session = sessions.find(id);
        while (session.isPresent()
                && !sessions.replace(
                        session.get(), session.get().under(user.credentials().version()))) {
            session = sessions.find(id);
        }
    }
}
