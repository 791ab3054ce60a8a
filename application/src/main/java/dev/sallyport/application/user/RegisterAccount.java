package dev.sallyport.application.user;

import dev.sallyport.application.InputProblem;
import dev.sallyport.application.Together;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.throttle.Throttle;
import dev.sallyport.application.throttle.Throttle.Refusal;
import dev.sallyport.application.throttle.Throttle.Ticket;
import dev.sallyport.application.token.OpenSession;
import dev.sallyport.application.token.OpenSession.Opening;
import dev.sallyport.application.token.SignedIn;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.password.PasswordHasher;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.User;
import java.util.List;

/**
 * Opens an account and signs its owner in. The account is the deciding write: if the process dies after it, the account is there and
 * its owner signs in.
 *
 * <p>Four round trips: the attempt, the account, the session, the records. A store that needs two calls to add a session makes it
 * five.
 */
public final class RegisterAccount {

    /** What came of it. */
    public sealed interface Result {
        record Registered(SignedIn signedIn) implements Result {}

        record Invalid(List<InputProblem> problems) implements Result {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        record EmailTaken() implements Result {}

        record UsernameTaken() implements Result {}

        record Throttled(Refusal refusal) implements Result {}
    }

    private final AddUser addUser;
    private final DraftAccount draftAccount;
    private final PasswordHasher hasher;
    private final Throttle throttle;
    private final OpenSession openSession;
    private final Audit audit;
    private final Together together;

    public RegisterAccount(
            AddUser addUser,
            DraftAccount draftAccount,
            PasswordHasher hasher,
            Throttle throttle,
            OpenSession openSession,
            Audit audit,
            Together together) {
        this.addUser = addUser;
        this.draftAccount = draftAccount;
        this.hasher = hasher;
        this.throttle = throttle;
        this.openSession = openSession;
        this.audit = audit;
        this.together = together;
    }

    public Result register(AccountForm form, Origin origin) {
        List<InputProblem> problems = draftAccount.problems(form);
        if (!problems.isEmpty()) {
            return new Result.Invalid(problems);
        }
        try (Ticket ticket = throttle.registration(origin)) {
            return ticket.refusal().<Result>map(Result.Throttled::new).orElseGet(() -> register(form, ticket, origin));
        }
    }

    private Result register(AccountForm form, Ticket ticket, Origin origin) {
        PasswordHash hash = ticket.trying(() -> hasher.hash(form.password()));
        User user = draftAccount.draft(form, false, hash, RoleName.USER);
        return switch (addUser.add(user)) {
            case EMAIL_TAKEN -> new Result.EmailTaken();
            case USERNAME_TAKEN -> new Result.UsernameTaken();
            case ADDED -> registered(user, origin);
        };
    }

    private Result registered(User user, Origin origin) {
        return new Result.Registered(together.get(
                () -> openSession.open(user, Opening.REGISTRATION, origin),
                () -> audit.record(AuditType.ACCOUNT_REGISTERED, user.id(), origin)));
    }
}
