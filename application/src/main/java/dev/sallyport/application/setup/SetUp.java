package dev.sallyport.application.setup;

import dev.sallyport.application.InputProblem;
import dev.sallyport.application.throttle.Throttle;
import dev.sallyport.application.throttle.Throttle.Refusal;
import dev.sallyport.application.throttle.Throttle.Ticket;
import dev.sallyport.application.token.OpenSession;
import dev.sallyport.application.token.OpenSession.Opening;
import dev.sallyport.application.token.SignedIn;
import dev.sallyport.application.user.AccountForm;
import dev.sallyport.application.user.DraftAccount;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.password.PasswordHash;
import dev.sallyport.domain.password.PasswordHasher;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.token.OneTimePurpose;
import dev.sallyport.domain.token.OneTimeSecret;
import dev.sallyport.domain.token.OneTimeTokenStore;
import dev.sallyport.domain.token.OneTimeTokenStore.Use;
import dev.sallyport.domain.user.User;
import java.time.InstantSource;
import java.util.List;

/**
 * Makes the first Super Admin, for who has the set-up token that was printed at the start, and signs them in. Attempts are throttled together
 * with those to register.
 *
 * <p>The token is used last, when the form is right, the password is hashed, the names are free and nobody else is making one, so none of
 * that costs it. What does is an outage after that, or somebody who takes one of the names in that very moment; the next start prints another.
 */
public final class SetUp {

    /** What came of it. */
    public sealed interface Result {
        record Done(SignedIn signedIn) implements Result {}

        record Invalid(List<InputProblem> problems) implements Result {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** There is a Super Admin, or somebody else is just making one. */
        record NotNeeded() implements Result {}

        record TokenUnknown() implements Result {}

        record TokenExpired() implements Result {}

        record TokenUsed() implements Result {}

        record EmailTaken() implements Result {}

        record UsernameTaken() implements Result {}

        record Throttled(Refusal refusal) implements Result {}
    }

    private final FirstSuperAdmin firstSuperAdmin;
    private final OneTimeTokenStore tokens;
    private final DraftAccount draftAccount;
    private final PasswordHasher hasher;
    private final Throttle throttle;
    private final OpenSession openSession;
    private final InstantSource clock;

    public SetUp(
            FirstSuperAdmin firstSuperAdmin,
            OneTimeTokenStore tokens,
            DraftAccount draftAccount,
            PasswordHasher hasher,
            Throttle throttle,
            OpenSession openSession,
            InstantSource clock) {
        this.firstSuperAdmin = firstSuperAdmin;
        this.tokens = tokens;
        this.draftAccount = draftAccount;
        this.hasher = hasher;
        this.throttle = throttle;
        this.openSession = openSession;
        this.clock = clock;
    }

    public Result setUp(OneTimeSecret token, AccountForm form, Origin origin) {
        List<InputProblem> problems = draftAccount.problems(form);
        if (!problems.isEmpty()) {
            return new Result.Invalid(problems);
        }
        try (Ticket ticket = throttle.registration(origin)) {
            return ticket.refusal()
                    .<Result>map(Result.Throttled::new)
                    .orElseGet(() -> prepare(token, form, ticket, origin));
        }
    }

    private Result prepare(OneTimeSecret token, AccountForm form, Ticket ticket, Origin origin) {
        if (!firstSuperAdmin.isNeeded()) {
            return new Result.NotNeeded();
        }
        PasswordHash hash = ticket.trying(() -> hasher.hash(form.password()));
        User draft = draftAccount.draft(form, true, hash, RoleName.SUPER_ADMIN);
        return switch (firstSuperAdmin.foresee(draft)) {
            case EMAIL_TAKEN -> new Result.EmailTaken();
            case USERNAME_TAKEN -> new Result.UsernameTaken();
            case ADDED ->
                firstSuperAdmin.ifNeeded(() -> use(token, draft, origin)).orElseGet(Result.NotNeeded::new);
        };
    }

    private Result use(OneTimeSecret token, User draft, Origin origin) {
        return switch (tokens.use(token.hash(), OneTimePurpose.SETUP, clock.instant())) {
            case Use.Unknown() -> new Result.TokenUnknown();
            case Use.Expired() -> new Result.TokenExpired();
            case Use.AlreadyUsed() -> new Result.TokenUsed();
            case Use.Granted(var _) -> make(draft, origin);
        };
    }

    private Result make(User draft, Origin origin) {
        return switch (firstSuperAdmin.add(draft, origin)) {
            case ADDED -> new Result.Done(openSession.open(draft, Opening.REGISTRATION, origin));
            case EMAIL_TAKEN -> new Result.EmailTaken();
            case USERNAME_TAKEN -> new Result.UsernameTaken();
        };
    }
}
