package dev.sallyport.application;

import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.audit.AuditType;
import java.util.ArrayList;
import java.util.List;

/** The audit log as a list of what was recorded. */
public final class Journal implements AuditLog {

    private final List<AuditEvent> events = new ArrayList<>();

    @Override
    public synchronized void record(AuditEvent event) {
        events.add(event);
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
