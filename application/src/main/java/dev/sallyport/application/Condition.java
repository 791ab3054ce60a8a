package dev.sallyport.application;

import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.user.User;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody knows of the state that they mean to change, so that nobody overwrites what they have not seen (RFC 9110, 13.1.1).
 *
 * @param tags the states that will do; empty if any will
 */
public record Condition(Optional<Set<String>> tags) {

    public static final Condition NONE = new Condition(Optional.empty());

    public Condition {
        tags = tags.map(Set::copyOf);
    }

    /** Names the state of an account; sign-ins do not change it. */
    public static String tag(User user) {
        return Long.toString(user.version());
    }

    /** Names what a role means. */
    public static String tag(Role role) {
        return RoleTag.of(role);
    }

    public boolean fits(String tag) {
        return tags.map(expected -> expected.contains(tag)).orElse(true);
    }
}
