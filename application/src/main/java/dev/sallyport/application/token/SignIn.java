package dev.sallyport.application.token;

import dev.sallyport.application.Together;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.throttle.Throttle;
import dev.sallyport.application.throttle.Throttle.Refusal;
import dev.sallyport.application.throttle.Throttle.Ticket;
import dev.sallyport.application.token.OpenSession.Opening;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.password.HashingBusyException;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.password.PasswordHasher;
import dev.sallyport.domain.password.PasswordHasher.Verification;
import dev.sallyport.domain.user.Email;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.Username;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Signs somebody in by e-mail address or username.
 *
 * <p>An unknown name, a deleted account and a wrong password cost the same work and come to the same result; a malformed name, which
 * tells nothing of any account, saves the look-up. That an
 * account is suspended is told only to who knows its password.
 *
 * <p>Four round trips: the attempt, the account, the session, the records; the attempt is given back meanwhile. A store that needs
 * two calls to add a session makes it five.
 */
public final class SignIn {

    /** What came of it. */
    public sealed interface Result {
        record Success(SignedIn signedIn) implements Result {}

        record InvalidCredentials() implements Result {}

        record Suspended() implements Result {}

        record Unverified() implements Result {}

        record Throttled(Refusal refusal) implements Result {}
    }

    /** Whom somebody claims to be. */
    public sealed interface Name {
        record ByEmail(String typed) implements Name {}

        record ByUsername(String typed) implements Name {}
    }

    private final UserStore users;
    private final PasswordHasher hasher;
    private final Throttle throttle;
    private final OpenSession openSession;
    private final Audit audit;
    private final Together together;
    private final InstantSource clock;

    public SignIn(
            UserStore users,
            PasswordHasher hasher,
            Throttle throttle,
            OpenSession openSession,
            Audit audit,
            Together together,
            InstantSource clock) {
        this.users = users;
        this.hasher = hasher;
        this.throttle = throttle;
        this.openSession = openSession;
        this.audit = audit;
        this.together = together;
        this.clock = clock;
    }

    public Result signIn(Name name, Password password, Origin origin) {
        try (Ticket ticket = throttle.signIn(origin)) {
            return ticket.refusal()
                    .<Result>map(Result.Throttled::new)
                    .orElseGet(() -> signIn(name, password, ticket, origin));
        }
    }

    private Result signIn(Name name, Password password, Ticket ticket, Origin origin) {
        Optional<User> found = ticket.trying(() -> find(name));
        Verification verification = ticket.trying(() -> verify(found, password));
        if (found.isEmpty() || verification == Verification.MISMATCH || isDeleted(found.get())) {
            return invalid(found, origin);
        }
        User user = found.get();
        return together.get(() -> matched(user, password, verification, origin), ticket::giveBack);
    }

    private Result matched(User user, Password password, Verification verification, Origin origin) {
        return switch (user.status()) {
            case DELETED -> throw new IllegalStateException("To everybody outside a deleted account is not there");
            case SUSPENDED -> refused(user, new Result.Suspended(), origin);
            case PENDING_VERIFICATION -> refused(user, new Result.Unverified(), origin);
            case ACTIVE -> success(user, password, verification, origin);
        };
    }

    private static boolean isDeleted(User user) {
        return user.status() == UserStatus.DELETED;
    }

    private Optional<User> find(Name name) {
        return switch (name) {
            case Name.ByEmail(String typed) ->
                Email.parse(typed).flatMap(users::findByEmail).map(this::asOfNow);
            case Name.ByUsername(String typed) ->
                Username.parse(typed).flatMap(users::findByUsername).map(this::asOfNow);
        };
    }

    private User asOfNow(User user) {
        return user.asOf(clock.instant());
    }

    private Verification verify(Optional<User> found, Password password) {
        if (found.isEmpty()) {
            hasher.verifyNothing(password);
            return Verification.MISMATCH;
        }
        return hasher.verify(password, found.get().credentials().passwordHash());
    }

    private Result invalid(Optional<User> found, Origin origin) {
        UserId subject = found.map(User::id).orElse(null);
        audit.recordStranger(AuditType.SIGN_IN_FAILED, subject, origin, Map.of("reason", "invalid_credentials"));
        return new Result.InvalidCredentials();
    }

    private Result refused(User user, Result result, Origin origin) {
        audit.recordStranger(
                AuditType.SIGN_IN_FAILED,
                user.id(),
                origin,
                Map.of("reason", user.status().name()));
        return result;
    }

    private Result success(User user, Password password, Verification verification, Origin origin) {
        SignedIn signedIn = openSession.open(user, Opening.PASSWORD, origin);
        if (verification == Verification.MATCH_BUT_REHASH) {
            rehash(user, password);
        }
        return new Result.Success(signedIn);
    }

    /** Only tidies: if the pool is full or somebody else has changed the account, the next sign-in tries again. */
    private void rehash(User user, Password password) {
        try {
            users.replace(user, user.rehashed(hasher.hash(password)));
        } catch (HashingBusyException later) {
            return;
        }
    }
}
