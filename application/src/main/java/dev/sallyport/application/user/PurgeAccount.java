package dev.sallyport.application.user;

import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore;

/**
 * The second half of purging a deleted account: removes it for good, and from the audit log where its requests came from; the trail keeps
 * its id, which tells nobody who that was.
 *
 * <p>The first half is to write it as {@linkplain User#beingPurged being purged}, by compare-and-set, and then to record that it is purged.
 * The write decides, so whoever restores the account either comes before it, and then nothing is purged, or finds nothing to restore; and
 * of many who purge at once one goes on, and records it once. The record comes before the erasing, so that {@code audit verify} finds a
 * reason for every origin that is gone. The account goes last: if the process dies in between, it is still there to be found by the next
 * sweep, which does the rest.
 */
public final class PurgeAccount {

    private static final int AT_ONCE = 500;

    private final UserStore users;
    private final AuditStore auditStore;

    public PurgeAccount(UserStore users, AuditStore auditStore) {
        this.users = users;
        this.auditStore = auditStore;
    }

    /** May be repeated. */
    void finish(User beingPurged) {
        eraseOrigins(beingPurged);
        users.remove(beingPurged);
        eraseOrigins(beingPurged); // of a sign-in that had found the account before, and failed meanwhile
    }

    private void eraseOrigins(User user) {
        int erased;
        do {
            erased = auditStore.erase(user.id(), AT_ONCE);
        } while (erased == AT_ONCE);
    }
}
