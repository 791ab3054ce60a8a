package dev.sallyport.application.user;

import dev.sallyport.application.InputProblem;
import dev.sallyport.domain.user.DisplayName;
import dev.sallyport.domain.user.Metadata;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.Username;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a patch says of a profile. What it does not name stays.
 *
 * @param metadata the text of a JSON object
 */
public record ProfilePatch(Change<String> username, Change<String> displayName, Change<String> metadata) {

    /** All that is wrong with it. */
    List<InputProblem> problems() {
        List<InputProblem> problems = new ArrayList<>();
        if (username instanceof Change.To<String>(@Nullable String typed)
                && typed != null
                && Username.parse(typed).isEmpty()) {
            problems.add(new InputProblem.UsernameInvalid());
        }
        if (displayName instanceof Change.To<String>(@Nullable String typed)
                && typed != null
                && DisplayName.parse(typed).isEmpty()) {
            problems.add(new InputProblem.DisplayNameInvalid());
        }
        if (metadata instanceof Change.To<String>(@Nullable String json) && json != null && !Metadata.fits(json)) {
            problems.add(new InputProblem.MetadataTooLarge());
        }
        return problems;
    }

    /** The profile with the patch on it, in which nothing is wrong. */
    Profile on(Profile profile) {
        Metadata changed = applied(metadata, Metadata::new, profile.metadata());
        return new Profile(
                applied(username, Username::new, profile.username()),
                applied(displayName, typed -> DisplayName.parse(typed).orElseThrow(), profile.displayName()),
                changed == null ? Metadata.EMPTY : changed);
    }

    private static <T> @Nullable T applied(Change<String> change, Function<String, T> read, @Nullable T old) {
        return switch (change) {
            case Change.Keep<String>() -> old;
            case Change.To<String>(@Nullable String typed) -> typed == null ? null : read.apply(typed);
        };
    }
}
