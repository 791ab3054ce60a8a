package dev.sallyport.adapters.memory;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.user.UserId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Audit events in memory, as long as the process lives, and never fewer of them. One lock makes every call atomic. */
public final class MemoryAuditLog implements AuditLog, Holdings<AuditEvent> {

    /** Ids by their text: {@code UUID.compareTo} takes its halves for signed numbers, and no database does. */
    private static final Comparator<AuditEvent> NEWEST_FIRST = Comparator.comparing(AuditEvent::at)
            .thenComparing(event -> event.id().value().toString())
            .reversed();

    private final Map<AuditEventId, AuditEvent> events = new HashMap<>();
    private final Map<UserId, SortedSet<AuditEvent>> bySubject = new HashMap<>();

    @Override
    public synchronized void record(AuditEvent event) {
        boolean isNew = events.putIfAbsent(event.id(), event) == null;
        UserId subject = event.subject();
        if (isNew && subject != null) {
            bySubject
                    .computeIfAbsent(subject, user -> new TreeSet<>(NEWEST_FIRST))
                    .add(event);
        }
    }

    @Override
    public synchronized List<AuditEvent> about(UserId subject, int max) {
        SortedSet<AuditEvent> about = bySubject.get(subject);
        return about == null ? List.of() : about.stream().limit(max).toList();
    }

    @Override
    public String idOf(AuditEvent event) {
        return event.id().value().toString();
    }

    @Override
    public synchronized Stream<AuditEvent> after(String after) {
        return Held.after(after, events.values(), this);
    }

    @Override
    public synchronized void restore(List<AuditEvent> happened) {
        happened.forEach(this::record);
    }

    @Override
    public synchronized long count() {
        return events.size();
    }
}
