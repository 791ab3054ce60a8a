package dev.sallyport.application.password;

import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.throttle.Throttle;
import dev.sallyport.application.throttle.Throttle.Refusal;
import dev.sallyport.application.throttle.Throttle.Ticket;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.password.PasswordHasher;
import dev.sallyport.domain.password.PasswordHasher.Verification;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.user.User;
import java.util.Map;

/**
 * Asks somebody who is signed in for the password once more, so that a stolen access token alone changes nothing for good. Wrong
 * answers are counted per account, wherever they come from.
 */
public final class CheckPassword {

    /** What came of it. */
    public sealed interface Result {
        record Right() implements Result {}

        record Wrong() implements Result {}

        record Throttled(Refusal refusal) implements Result {}
    }

    private final PasswordHasher hasher;
    private final Throttle throttle;
    private final Audit audit;

    public CheckPassword(PasswordHasher hasher, Throttle throttle, Audit audit) {
        this.hasher = hasher;
        this.throttle = throttle;
        this.audit = audit;
    }

    public Result check(User user, Session session, Password password, Origin origin) {
        try (Ticket ticket = throttle.passwordCheck(user.id(), origin)) {
            return ticket.refusal()
                    .<Result>map(Result.Throttled::new)
                    .orElseGet(() -> check(user, session, password, ticket, origin));
        }
    }

    private Result check(User user, Session session, Password password, Ticket ticket, Origin origin) {
        if (ticket.trying(() -> verify(user, password)) == Verification.MISMATCH) {
            audit.record(AuditType.PASSWORD_CHECK_FAILED, session, origin, Map.of());
            return new Result.Wrong();
        }
        ticket.giveBack();
        return new Result.Right();
    }

    private Verification verify(User user, Password password) {
        return hasher.verify(password, user.credentials().passwordHash());
    }
}
