package dev.sallyport.application.user;

import dev.sallyport.application.InputProblem;
import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.Metadata;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.Username;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

    /** The patch; {@code metadata} is the text of a JSON object. */
    public record Patch(Change<String> username, Change<String> displayName, Change<String> metadata) {}

    private final FindActor actors;
    private final UserStore users;
    private final Audit audit;
    private final InstantSource clock;

    public ChangeProfile(FindActor actors, UserStore users, Audit audit, InstantSource clock) {
        this.actors = actors;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    public Result change(Caller caller, Patch patch, Origin origin) {
        List<InputProblem> problems = problems(patch);
        if (!problems.isEmpty()) {
            return new Result.Invalid(problems);
        }
        Optional<Result> decided = Optional.empty();
        while (decided.isEmpty()) {
            decided = decide(caller, patch, origin);
        }
        return decided.get();
    }

    private Optional<Result> decide(Caller caller, Patch patch, Origin origin) {
        Optional<Actor> actor = actors.find(caller);
        if (actor.isEmpty()) {
            return Optional.of(new Result.SignedOut());
        }
        if (!actor.get().may(Permission.USERS_UPDATE_SELF)) {
            return Optional.of(new Result.Forbidden());
        }
        User user = actor.get().user();
        Profile profile = apply(patch, user.profile());
        if (profile.equals(user.profile())) {
            return Optional.of(new Result.Changed(user));
        }
        User changed = user.withProfile(profile, clock.instant());
        return switch (users.replace(user, changed)) {
            case REPLACED -> Optional.of(changed(caller, changed, origin));
            case MOVED -> Optional.empty();
            case USERNAME_TAKEN -> Optional.of(new Result.UsernameTaken());
            case EMAIL_TAKEN -> throw new IllegalStateException("The address did not change");
        };
    }

    private Result changed(Caller caller, User user, Origin origin) {
        audit.record(AuditType.PROFILE_CHANGED, caller.session(), origin, Map.of());
        return new Result.Changed(user);
    }

    private static List<InputProblem> problems(Patch patch) {
        List<InputProblem> problems = new ArrayList<>();
        if (patch.username() instanceof Change.To<String>(@Nullable String typed)
                && typed != null
                && Username.parse(typed).isEmpty()) {
            problems.add(new InputProblem.UsernameInvalid());
        }
        if (patch.displayName() instanceof Change.To<String>(@Nullable String typed)
                && typed != null
                && DisplayName.parse(typed).isEmpty()) {
            problems.add(new InputProblem.DisplayNameInvalid());
        }
        if (patch.metadata() instanceof Change.To<String>(@Nullable String json)
                && json != null
                && !Metadata.fits(json)) {
            problems.add(new InputProblem.MetadataTooLarge());
        }
        return problems;
    }

    private static Profile apply(Patch patch, Profile profile) {
        Metadata metadata = applied(patch.metadata(), Metadata::new, profile.metadata());
        return new Profile(
                applied(patch.username(), Username::new, profile.username()),
                applied(patch.displayName(), typed -> DisplayName.parse(typed).orElseThrow(), profile.displayName()),
                metadata == null ? Metadata.EMPTY : metadata);
    }

    private static <T> @Nullable T applied(Change<String> change, Function<String, T> read, @Nullable T old) {
        return switch (change) {
            case Change.Keep<String>() -> old;
            case Change.To<String>(@Nullable String typed) -> typed == null ? null : read.apply(typed);
        };
    }
}
