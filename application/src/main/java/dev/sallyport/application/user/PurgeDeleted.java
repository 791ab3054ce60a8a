package dev.sallyport.application.user;

import dev.sallyport.application.audit.Audit;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.domain.user.UserStore.ReplaceResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Removes deleted accounts whose time is over: all of them now and then, and one at once when somebody asks for its name. Finishes what
 * somebody began to purge who died over it. The order is that of {@link PurgeAccount}.
 */
public final class PurgeDeleted {

    private static final int AT_ONCE = 100;

    /** After this, whoever began to purge an account has died. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final UserStore users;
    private final SessionStore sessions;
    private final AuditStore auditStore;
    private final PurgeAccount purgeAccount;
    private final DeletedRetention retention;
    private final Audit audit;
    private final InstantSource clock;

    public PurgeDeleted(
            UserStore users,
            SessionStore sessions,
            AuditStore auditStore,
            PurgeAccount purgeAccount,
            DeletedRetention retention,
            Audit audit,
            InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.auditStore = auditStore;
        this.purgeAccount = purgeAccount;
        this.retention = retention;
        this.audit = audit;
        this.clock = clock;
    }

    /** May run on any number of instances at once. Returns how many it removed. */
    public int purge() {
        int purged = 0;
        int last;
        do {
            last = purgeSome();
            purged += last;
        } while (last > 0);
        return purged;
    }

    private int purgeSome() {
        int purged = 0;
        for (User due : users.deletedBefore(retention.horizon(clock.instant()), AT_ONCE)) {
            if (purge(due)) {
                purged++;
            }
        }
        return purged;
    }

    /** Frees an address and a username for who wants them, if who has them is deleted for good. Returns whether it freed one. */
    boolean free(User wanting) {
        return users.findByEmail(wanting.email())
                .filter(this::isDue)
                .or(() -> Optional.ofNullable(wanting.profile().username())
                        .flatMap(users::findByUsername)
                        .filter(this::isDue))
                .filter(this::purge)
                .isPresent();
    }

    /** Whether an account has its names no longer, if it is there at all. */
    boolean isDue(User user) {
        return retention.isOver(user, clock.instant());
    }

    private boolean purge(User due) {
        Instant now = clock.instant();
        boolean isResumed = due.isBeingPurged();
        if (isResumed && now.isBefore(due.updatedAt().plus(PATIENCE))) {
            return false;
        }
        User mine = due.beingPurged(now);
        if (users.replace(due, mine) != ReplaceResult.REPLACED) {
            return false;
        }
        if (!isResumed || !isRecorded(due.id())) {
            audit.recordOwn(AuditType.USER_PURGED, due.id(), Map.of("reason", "retention"));
        }
        sessions.endAll(due.id());
        purgeAccount.finish(mine);
        return true;
    }

    private boolean isRecorded(UserId id) {
        AuditFilter purge = new AuditFilter(AuditType.USER_PURGED, null, id, null, null);
        return !auditStore.list(purge, 1).isEmpty();
    }
}
