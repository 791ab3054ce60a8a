package dev.sallyport.application.user;

import dev.sallyport.application.InputProblem;
import dev.sallyport.application.Together;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.password.JudgePassword;
import dev.sallyport.application.throttle.Throttle;
import dev.sallyport.application.throttle.Throttle.Refusal;
import dev.sallyport.application.throttle.Throttle.Ticket;
import dev.sallyport.application.token.OpenSession;
import dev.sallyport.application.token.OpenSession.Opening;
import dev.sallyport.application.token.SignedIn;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.password.PasswordHasher;
import dev.sallyport.domain.role.RoleAssignment;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.Email;
import dev.sallyport.domain.user.Metadata;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.Username;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

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

    /** What somebody typed. */
    public record Form(
            String email,
            Password password,
            @Nullable String username,
            @Nullable String displayName) {}

    private final UserStore users;
    private final JudgePassword judgePassword;
    private final PasswordHasher hasher;
    private final Throttle throttle;
    private final OpenSession openSession;
    private final Audit audit;
    private final Together together;
    private final InstantSource clock;
    private final RandomGenerator random;

    public RegisterAccount(
            UserStore users,
            JudgePassword judgePassword,
            PasswordHasher hasher,
            Throttle throttle,
            OpenSession openSession,
            Audit audit,
            Together together,
            InstantSource clock,
            RandomGenerator random) {
        this.users = users;
        this.judgePassword = judgePassword;
        this.hasher = hasher;
        this.throttle = throttle;
        this.openSession = openSession;
        this.audit = audit;
        this.together = together;
        this.clock = clock;
        this.random = random;
    }

    public Result register(Form form, Origin origin) {
        List<InputProblem> problems = problems(form);
        if (!problems.isEmpty()) {
            return new Result.Invalid(problems);
        }
        try (Ticket ticket = throttle.registration(origin)) {
            return ticket.refusal().<Result>map(Result.Throttled::new).orElseGet(() -> register(form, ticket, origin));
        }
    }

    private Result register(Form form, Ticket ticket, Origin origin) {
        User user = draft(form, ticket.trying(() -> hasher.hash(form.password())));
        return switch (users.add(user)) {
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

    private List<InputProblem> problems(Form form) {
        List<InputProblem> problems = new ArrayList<>();
        Optional<Email> email = Email.parse(form.email());
        Optional<Username> username = Optional.ofNullable(form.username()).flatMap(Username::parse);
        if (email.isEmpty()) {
            problems.add(new InputProblem.EmailInvalid());
        }
        problems.addAll(judgePassword.judge(form.password(), email, username));
        if (form.username() != null && username.isEmpty()) {
            problems.add(new InputProblem.UsernameInvalid());
        }
        if (form.displayName() != null && DisplayName.parse(form.displayName()).isEmpty()) {
            problems.add(new InputProblem.DisplayNameInvalid());
        }
        return problems;
    }

    private User draft(Form form, PasswordHash hash) {
        Instant now = clock.instant();
        Profile profile = new Profile(
                form.username() == null ? null : new Username(form.username()),
                form.displayName() == null
                        ? null
                        : DisplayName.parse(form.displayName()).orElseThrow(),
                Metadata.EMPTY);
        return User.register(
                UserId.next(now, random),
                Email.parse(form.email()).orElseThrow(),
                profile,
                hash,
                RoleAssignment.global(RoleName.USER),
                now);
    }
}
