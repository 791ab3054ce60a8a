package dev.sallyport.application.setup;

import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.role.Announcements;
import dev.sallyport.application.role.SuperAdmins;
import dev.sallyport.application.user.AddUser;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.intention.Intention;
import dev.sallyport.domain.user.User;

/**
 * Makes the first Super Admin, and never a second one, however many try at once, on however many nodes: who is about to announces it first,
 * and who finds it announced leaves it to the other.
 */
public final class FirstSuperAdmin {

    /** What came of it. */
    enum Made {
        MADE,
        /** There is one, or somebody else is just making one. */
        NOT_NEEDED,
        EMAIL_TAKEN,
        USERNAME_TAKEN
    }

    private final SuperAdmins superAdmins;
    private final Announcements announcements;
    private final AddUser addUser;
    private final Audit audit;

    public FirstSuperAdmin(SuperAdmins superAdmins, Announcements announcements, AddUser addUser, Audit audit) {
        this.superAdmins = superAdmins;
        this.announcements = announcements;
        this.addUser = addUser;
        this.audit = audit;
    }

    boolean isNeeded() {
        return !superAdmins.exist();
    }

    Made make(User draft, Origin origin) {
        if (!announcements.claim(Intention.foundation())) {
            return Made.NOT_NEEDED;
        }
        try {
            return superAdmins.exist() ? Made.NOT_NEEDED : add(draft, origin);
        } finally {
            announcements.clear(Intention.foundation());
        }
    }

    private Made add(User draft, Origin origin) {
        return switch (addUser.add(draft)) {
            case EMAIL_TAKEN -> Made.EMAIL_TAKEN;
            case USERNAME_TAKEN -> Made.USERNAME_TAKEN;
            case ADDED -> {
                audit.record(AuditType.SETUP_COMPLETED, draft.id(), origin);
                yield Made.MADE;
            }
        };
    }
}
