package dev.sallyport.application.user;

import dev.sallyport.application.Decide;
import dev.sallyport.application.InputProblem;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.User;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes what the caller may write of their own account. What the patch does not name stays, whoever else edits at the same time. */
public final class ChangeProfile {

    /** What came of it. */
    public sealed interface Result {
        record Changed(User user) implements Result {}

        record Invalid(List<InputProblem> problems) implements Result {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        record UsernameTaken() implements Result {}

        record SignedOut() implements Result {}

        record Forbidden() implements Result {}
    }

    private final FindActor actors;
    private final ReplaceUser replaceUser;
    private final Audit audit;
    private final InstantSource clock;

    public ChangeProfile(FindActor actors, ReplaceUser replaceUser, Audit audit, InstantSource clock) {
        this.actors = actors;
        this.replaceUser = replaceUser;
        this.audit = audit;
        this.clock = clock;
    }

    public Result change(Caller caller, ProfilePatch patch, Origin origin) {
        List<InputProblem> problems = patch.problems();
        if (!problems.isEmpty()) {
            return new Result.Invalid(problems);
        }
        return Decide.untilDecided(() -> decide(caller, patch, origin));
    }

    private Optional<Result> decide(Caller caller, ProfilePatch patch, Origin origin) {
        Optional<Actor> actor = actors.find(caller);
        if (actor.isEmpty()) {
            return Optional.of(new Result.SignedOut());
        }
        if (!actor.get().may(Permission.USERS_UPDATE_SELF)
                || actor.get().account().isEmpty()) {
            return Optional.of(new Result.Forbidden());
        }
        User user = actor.get().account().get();
        Profile profile = patch.on(user.profile());
        if (profile.equals(user.profile())) {
            return Optional.of(new Result.Changed(user));
        }
        User changed = user.withProfile(profile, clock.instant());
        return switch (replaceUser.replace(user, changed)) {
            case REPLACED -> Optional.of(changed(caller, changed, origin));
            case MOVED -> Optional.empty();
            case USERNAME_TAKEN -> Optional.of(new Result.UsernameTaken());
            case LAST_SUPER_ADMIN, ROLE_GONE -> throw new IllegalStateException("Neither role nor status changed");
        };
    }

    private Result changed(Caller caller, User user, Origin origin) {
        audit.record(AuditType.PROFILE_CHANGED, caller, user.id(), origin, Map.of());
        return new Result.Changed(user);
    }
}
