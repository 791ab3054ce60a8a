package dev.sallyport.application.audit;

import dev.sallyport.application.Denial;
import dev.sallyport.application.token.Caller;
import dev.sallyport.application.user.Actor;
import dev.sallyport.application.user.FindActor;
import dev.sallyport.application.user.FindActor.Admission;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditStore;
import dev.sallyport.domain.role.Permission;
import java.util.List;
import java.util.Optional;

/** Lists what happened a page at a time, newest first. Two round trips. */
public final class ListAuditEvents {

    /** What came of it. */
    public sealed interface Result {

        /** @param next the last of the page if there are more */
        record Listed(List<AuditRecord> records, Optional<AuditEventId> next) implements Result {
            public Listed {
                records = List.copyOf(records);
            }
        }

        record Denied(Denial why) implements Result {}
    }

    private final FindActor actors;
    private final AuditStore store;

    public ListAuditEvents(FindActor actors, AuditStore store) {
        this.actors = actors;
        this.store = store;
    }

    /**
     * Lists those that a filter fits.
     *
     * @param below where the last page ended; empty for the first
     */
    public Result list(Caller caller, AuditFilter filter, Optional<AuditEventId> below, int limit) {
        return switch (actors.admit(caller, Permission.AUDIT_READ)) {
            case Admission.Refused(Denial why) -> new Result.Denied(why);
            case Admission.Granted(Actor _) -> list(filter, below, limit);
        };
    }

    private Result list(AuditFilter filter, Optional<AuditEventId> below, int limit) {
        List<AuditRecord> found = store.list(below.map(filter::below).orElse(filter), limit + 1);
        List<AuditRecord> page = found.size() > limit ? found.subList(0, limit) : found;
        return new Result.Listed(
                page, found.size() > limit ? Optional.of(page.getLast().event().id()) : Optional.empty());
    }
}
