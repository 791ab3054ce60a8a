package dev.sallyport.application.user;

import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore;

/**
 * Removes a deleted account for good, and from the audit log where its requests came from; the trail keeps its id, which tells nobody who
 * that was. If the process dies in between, the account is still there and is purged again.
 */
public final class PurgeAccount {

    private static final int AT_ONCE = 500;

    private final UserStore users;
    private final SessionStore sessions;
    private final AuditStore auditStore;

    public PurgeAccount(UserStore users, SessionStore sessions, AuditStore auditStore) {
        this.users = users;
        this.sessions = sessions;
        this.auditStore = auditStore;
    }

    /** Returns whether it is gone; otherwise it has been changed meanwhile. The record that it was purged is written beforehand. */
    boolean purge(User deleted) {
        sessions.endAll(deleted.id());
        int erased;
        do {
            erased = auditStore.erase(deleted.id(), AT_ONCE);
        } while (erased == AT_ONCE);
        return users.remove(deleted);
    }
}
