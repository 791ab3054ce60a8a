package dev.sallyport.application;

import dev.sallyport.adapters.memory.MemoryAuditLog;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;

/** The audit log, with the events that are about nobody to be read as well. */
public final class Journal implements AuditLog {

    private final MemoryAuditLog log = new MemoryAuditLog();
    private final List<AuditEvent> events = new ArrayList<>();

    @Override
    public synchronized void record(AuditEvent event) {
        log.record(event);
        events.add(event);
    }

    @Override
    public List<AuditEvent> about(UserId subject, int max) {
        return log.about(subject, max);
    }

    /** Everything that happened, in order. */
    public synchronized List<AuditEvent> events() {
        return List.copyOf(events);
    }

    public List<AuditEvent> events(AuditType type) {
        return events().stream().filter(event -> event.type() == type).toList();
    }

    /** The only event of its kind. */
    public AuditEvent only(AuditType type) {
        List<AuditEvent> found = events(type);
        if (found.size() != 1) {
            throw new AssertionError("Expected one " + type + ", not " + found);
        }
        return found.getFirst();
    }
}
