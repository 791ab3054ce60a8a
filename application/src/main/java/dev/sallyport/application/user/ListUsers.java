package dev.sallyport.application.user;

import dev.sallyport.application.Denial;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.FindActor.Admission;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Lists accounts a page at a time, newest first. Two round trips; a third to count them. */
public final class ListUsers {

    /** What came of it. */
    public sealed interface Result {

        /**
         * @param next the last of the page if there are more: what the next page is {@linkplain UserFilter#below below}
         * @param total how many there are on all pages, if that was asked
         */
        record Listed(List<User> users, Optional<UserId> next, OptionalLong total) implements Result {
            public Listed {
                users = List.copyOf(users);
            }
        }

        record Denied(Denial why) implements Result {}
    }

    private final FindActor actors;
    private final UserStore users;
    private final InstantSource clock;

    public ListUsers(FindActor actors, UserStore users, InstantSource clock) {
        this.actors = actors;
        this.users = users;
        this.clock = clock;
    }

    /**
     * Lists those that a filter fits.
     *
     * @param below where the last page ended; empty for the first
     */
    public Result list(Caller caller, UserFilter filter, Optional<UserId> below, int limit, boolean counted) {
        return switch (actors.admit(caller, Permission.USERS_READ)) {
            case Admission.Refused(Denial why) -> new Result.Denied(why);
            case Admission.Granted(Actor _) -> list(filter, below, limit, counted);
        };
    }

    private Result list(UserFilter filter, Optional<UserId> below, int limit, boolean counted) {
        Instant now = clock.instant();
        List<User> found = users.list(below.map(filter::below).orElse(filter), limit + 1).stream()
                .map(user -> user.asOf(now))
                .toList();
        List<User> page = found.size() > limit ? found.subList(0, limit) : found;
        Optional<UserId> next =
                found.size() > limit ? Optional.of(page.getLast().id()) : Optional.empty();
        return new Result.Listed(page, next, counted ? OptionalLong.of(users.count(filter)) : OptionalLong.empty());
    }
}
