package dev.sallyport.application.setup;

import dev.sallyport.application.audit.Audit;
import dev.sallyport.application.role.Announcements;
import dev.sallyport.application.role.SuperAdmins;
import dev.sallyport.application.user.AddUser;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.intention.Aim;
import dev.sallyport.domain.intention.Intention;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore.AddResult;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes the first Super Admin, and not a second one, however many try at once, on however many nodes: who is about to announces it first,
 * and who finds it announced leaves it to the other. An announcement stands for a minute; who stalls for longer between having looked and
 * writing may find that another was made meanwhile. docs/adr/0017.
 */
public final class FirstSuperAdmin {

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

    /** What {@link #add} would come to now, unless somebody else is faster. */
    AddResult foresee(User draft) {
        return addUser.foresee(draft);
    }

    /**
     * Lets one at a time make one, as long as there is none; empty if there is, or somebody else is just making one. If the making ends in
     * an outage, nobody knows whether there is one now or still will be: nobody else is let for a minute.
     */
    <R> Optional<R> ifNeeded(Supplier<R> making) {
        return announcements.claim(Aim.foundation()).flatMap(mine -> make(making, mine));
    }

    private <R> Optional<R> make(Supplier<R> making, Intention mine) {
        Optional<R> made = isNeeded() ? Optional.of(making.get()) : Optional.empty();
        announcements.clear(mine);
        return made;
    }

    /** For who is let by {@link #ifNeeded}. */
    AddResult add(User draft, Origin origin) {
        AddResult result = addUser.add(draft);
        if (result == AddResult.ADDED) {
            audit.record(AuditType.SETUP_COMPLETED, draft.id(), origin);
        }
        return result;
    }
}
