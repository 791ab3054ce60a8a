package dev.sallyport.application.setup;

import dev.sallyport.application.InputProblem;
import dev.sallyport.application.user.AccountForm;
import dev.sallyport.application.user.DraftAccount;
import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.password.PasswordHasher;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.User;
import java.util.List;
import java.util.function.Supplier;

/** Makes the first Super Admin from the configuration, once; whoever has the role later is not touched. */
public final class BootstrapAdmin {

    private static final Origin START = Origin.of(ClientAddress.UNKNOWN, null, "start");

    /** What came of it. */
    public sealed interface Result {
        record Made(User user) implements Result {}

        record NotNeeded() implements Result {}

        /** Somebody else is just making one, or died over it; in a minute at most it is known. */
        record Undecided() implements Result {}

        record Invalid(List<InputProblem> problems) implements Result {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** The address belongs to an account that is none. */
        record EmailTaken() implements Result {}
    }

    private final FirstSuperAdmin firstSuperAdmin;
    private final DraftAccount draftAccount;
    private final PasswordHasher hasher;

    public BootstrapAdmin(FirstSuperAdmin firstSuperAdmin, DraftAccount draftAccount, PasswordHasher hasher) {
        this.firstSuperAdmin = firstSuperAdmin;
        this.draftAccount = draftAccount;
        this.hasher = hasher;
    }

    /** Asks for the form only if it is needed. */
    public Result make(Supplier<AccountForm> configured) {
        return firstSuperAdmin.isNeeded() ? make(configured.get()) : new Result.NotNeeded();
    }

    private Result make(AccountForm form) {
        List<InputProblem> problems = draftAccount.problems(form);
        if (!problems.isEmpty()) {
            return new Result.Invalid(problems);
        }
        User draft = draftAccount.draft(form, true, hasher.hash(form.password()), RoleName.SUPER_ADMIN);
        return firstSuperAdmin.ifNeeded(() -> added(draft)).orElseGet(this::notMade);
    }

    private Result notMade() {
        return firstSuperAdmin.isNeeded() ? new Result.Undecided() : new Result.NotNeeded();
    }

    private Result added(User draft) {
        return switch (firstSuperAdmin.add(draft, START)) {
            case ADDED -> new Result.Made(draft);
            case EMAIL_TAKEN -> new Result.EmailTaken();
            case USERNAME_TAKEN -> throw new IllegalStateException("There is no username");
        };
    }
}
