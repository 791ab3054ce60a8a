package dev.sallyport.application.user;

import dev.sallyport.application.Condition;
import dev.sallyport.application.Decide;
import dev.sallyport.application.Denial;
import dev.sallyport.application.Together;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.role.FindRole;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.FindActor.Admission;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.role.Authority;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.domain.user.UserStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What every change of somebody's account by an administrator has in common: who may, whom, under which condition, and what if the world
 * moves meanwhile. The account is the deciding write; sessions it does not honour any more are ended after it.
 *
 * <p>Four round trips: the caller's account, the other one, the write, the records; one more for a custom role, and what {@link ReplaceUser}
 * needs more for some.
 */
public final class Administration {

    /** What somebody wants to do to an account. */
    record Request(Caller caller, Permission needed, UserId subject, Condition condition, Origin origin) {}

    /** Who asks, and for what it stands now. */
    record Situation(Actor actor, User subject, Role role, Instant now) {}

    /** What to do about it. */
    sealed interface Decision {
        record Write(User next, AuditType type, Map<String, String> details) implements Decision {}

        /** It is so already. */
        record Keep() implements Decision {}

        record Deny(Denial why) implements Decision {}
    }

    /** What came of it. */
    sealed interface Outcome {
        /** @param written by this call; otherwise it was so already */
        record Done(User user, boolean written) implements Outcome {}

        record Denied(Denial why) implements Outcome {}
    }

    private final FindActor actors;
    private final UserStore users;
    private final FindRole roles;
    private final ReplaceUser replaceUser;
    private final SessionStore sessions;
    private final Audit audit;
    private final Together together;
    private final InstantSource clock;

    public Administration(
            FindActor actors,
            UserStore users,
            FindRole roles,
            ReplaceUser replaceUser,
            SessionStore sessions,
            Audit audit,
            Together together,
            InstantSource clock) {
        this.actors = actors;
        this.users = users;
        this.roles = roles;
        this.replaceUser = replaceUser;
        this.sessions = sessions;
        this.audit = audit;
        this.together = together;
        this.clock = clock;
    }

    /** Does what {@code policy} decides, which is asked again whenever the world moved; who may ask at all is decided here. */
    Outcome change(Request request, Function<Situation, Decision> policy) {
        return Decide.untilDecided(() -> decide(request, policy));
    }

    private Optional<Outcome> decide(Request request, Function<Situation, Decision> policy) {
        return switch (look(request)) {
            case View.Hidden(Denial why) -> Optional.of(new Outcome.Denied(why));
            case View.Seen(Situation situation) ->
                switch (policy.apply(situation)) {
                    case Decision.Keep() -> Optional.of(new Outcome.Done(situation.subject(), false));
                    case Decision.Deny(Denial why) -> Optional.of(new Outcome.Denied(why));
                    case Decision.Write write -> write(request, situation.subject(), write);
                };
        };
    }

    /** Whether somebody may act on an account, and what it looks like. */
    View look(Request request) {
        return switch (actors.admit(request.caller(), request.needed())) {
            case Admission.Refused(Denial why) -> new View.Hidden(why);
            case Admission.Granted(Actor actor) -> look(request, actor);
        };
    }

    private View look(Request request, Actor actor) {
        Instant now = clock.instant();
        return users.find(request.subject())
                .map(subject -> judge(request, actor, subject.asOf(now), now))
                .orElseGet(() -> new View.Hidden(new Denial.NotFound()));
    }

    private View judge(Request request, Actor actor, User subject, Instant now) {
        Role role = roles.find(subject.role().role());
        if (!actor.is(subject.id()) && !Authority.mayActOn(actor.tier(), role.tier())) {
            return new View.Hidden(new Denial.TierTooLow());
        }
        if (!request.condition().fits(Condition.tag(subject))) {
            return new View.Hidden(new Denial.Stale());
        }
        return new View.Seen(new Situation(actor, subject, role, now));
    }

    /** What somebody sees of an account. */
    sealed interface View {
        record Seen(Situation situation) implements View {}

        record Hidden(Denial why) implements View {}
    }

    private Optional<Outcome> write(Request request, User subject, Decision.Write write) {
        return switch (replaceUser.replace(subject, write.next())) {
            case MOVED -> Optional.empty();
            case USERNAME_TAKEN -> Optional.of(new Outcome.Denied(new Denial.UsernameTaken()));
            case LAST_SUPER_ADMIN -> Optional.of(new Outcome.Denied(new Denial.LastSuperAdmin()));
            case ROLE_GONE -> Optional.of(new Outcome.Denied(new Denial.RoleGone()));
            case REPLACED -> {
                together.run(
                        () -> audit.record(
                                write.type(), request.caller(), subject.id(), request.origin(), write.details()),
                        () -> endVoidSessions(subject, write.next()));
                yield Optional.of(new Outcome.Done(write.next(), true));
            }
        };
    }

    private void endVoidSessions(User before, User after) {
        if (after.credentials().version() != before.credentials().version()) {
            sessions.endAll(after.id());
        }
    }

    /** Denied if the account is deleted, otherwise what {@code policy} says. */
    static Function<Situation, Decision> unlessDeleted(Function<Situation, Decision> policy) {
        return situation -> situation.subject().status() == UserStatus.DELETED
                ? new Decision.Deny(new Denial.Deleted())
                : policy.apply(situation);
    }
}
