package dev.sallyport.domain.user;

import dev.sallyport.domain.role.RoleName;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are meant. Ids stand for times: an id begins with the millisecond of its registration, see {@link UserId#firstAt}.
 *
 * @param role null for any
 * @param status null for every one but {@link UserStatus#DELETED}; compared with what is stored, a suspension that is over included
 * @param prefix what one of the names begins with; null for any
 * @param from the lowest id; null for no bound
 * @param below greater than every id; null for no bound
 */
public record UserFilter(
        @Nullable RoleName role,
        @Nullable UserStatus status,
        @Nullable SearchPrefix prefix,
        @Nullable UserId from,
        @Nullable UserId below) {

    public static final UserFilter ALL = new UserFilter(null, null, null, null, null);

    public static UserFilter having(RoleName role) {
        return new UserFilter(role, null, null, null, null);
    }

    /** The same, but older than an account: what comes after it in a list. */
    public UserFilter below(UserId last) {
        return new UserFilter(role, status, prefix, from, last);
    }

    public UserFilter with(UserStatus onlyStatus) {
        return new UserFilter(role, onlyStatus, prefix, from, below);
    }
}
