package dev.sallyport.application.user;

import dev.sallyport.application.audit.Audit;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.user.Email;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.Username;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Removes deleted accounts whose time is over: all of them now and then, and one at once when somebody asks for its name. */
public final class PurgeDeleted {

    private static final int AT_ONCE = 100;

    private final UserStore users;
    private final PurgeAccount purgeAccount;
    private final DeletedRetention retention;
    private final Audit audit;
    private final InstantSource clock;

    public PurgeDeleted(
            UserStore users, PurgeAccount purgeAccount, DeletedRetention retention, Audit audit, InstantSource clock) {
        this.users = users;
        this.purgeAccount = purgeAccount;
        this.retention = retention;
        this.audit = audit;
        this.clock = clock;
    }

    /** May run on any number of instances at once. Returns how many it removed. */
    public int purge() {
        Instant horizon = retention.horizon(clock.instant());
        int purged = 0;
        List<User> due = users.deletedBefore(horizon, AT_ONCE);
        while (!due.isEmpty()) {
            purged += (int) due.stream().filter(this::purge).count();
            due = due.size() < AT_ONCE ? List.of() : users.deletedBefore(horizon, AT_ONCE);
        }
        return purged;
    }

    /** Frees an address and a username if who has them is deleted and may not be restored any more. Returns whether it freed one. */
    boolean free(Email email, @Nullable Username username) {
        Optional<User> holder = users.findByEmail(email)
                .filter(this::isDue)
                .or(() -> Optional.ofNullable(username)
                        .flatMap(users::findByUsername)
                        .filter(this::isDue));
        return holder.filter(this::purge).isPresent();
    }

    private boolean isDue(User user) {
        return retention.isOver(user, clock.instant());
    }

    private boolean purge(User deleted) {
        audit.recordOwn(AuditType.USER_PURGED, deleted.id(), Map.of("reason", "retention"));
        return purgeAccount.purge(deleted);
    }
}
