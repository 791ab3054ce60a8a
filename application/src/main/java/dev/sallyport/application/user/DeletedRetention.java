package dev.sallyport.application.user;

import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStatus;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a deleted account can be restored. After that its names are anybody's who opens an account or takes another username, whether it
 * has been purged yet or not; only while somebody is just purging it they are not, for a moment.
 */
public record DeletedRetention(Duration time) {

    public static final DeletedRetention DEFAULT = new DeletedRetention(Duration.ofDays(30));

    boolean isOver(User user, Instant now) {
        Instant deletedAt = user.deletedAt();
        return user.status() == UserStatus.DELETED && deletedAt != null && !now.isBefore(deletedAt.plus(time));
    }

    /** What was deleted before that may be purged. */
    Instant horizon(Instant now) {
        return now.minus(time);
    }
}
