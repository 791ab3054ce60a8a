package dev.sallyport.testkit;

import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.user.UserId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Right as long as nobody else is there: it reads all events, and then it writes all and one more. */
class NaiveAuditLog implements AuditLog, NaiveHoldings<AuditEvent> {

    volatile List<AuditEvent> events = List.of();

    @Override
    public void record(AuditEvent event) {
        List<AuditEvent> present = events;
        if (!isThere(event)) {
            Gap.open();
            events = Stream.concat(present.stream(), Stream.of(stored(event))).toList();
        }
    }

    @Override
    public List<AuditEvent> about(UserId subject, int max) {
        return events.stream()
                .filter(event -> isAbout(event, subject))
                .sorted(newestFirst())
                .limit(max)
                .toList();
    }

    @Override
    public String idOf(AuditEvent event) {
        return event.id().value().toString();
    }

    @Override
    public Collection<AuditEvent> records() {
        return events;
    }

    @Override
    public synchronized void restore(List<AuditEvent> happened) {
        NaiveHoldings.super.restore(happened);
    }

    @Override
    public void put(AuditEvent event) {
        events = Stream.concat(events.stream(), Stream.of(stored(event))).toList();
    }

    /** What becomes of an event on its way through the log. */
    AuditEvent stored(AuditEvent event) {
        return event;
    }

    boolean isThere(AuditEvent event) {
        return events.stream().anyMatch(present -> present.id().equals(event.id()));
    }

    boolean isAbout(AuditEvent event, UserId subject) {
        return subject.equals(event.subject());
    }

    Comparator<AuditEvent> newestFirst() {
        return Comparator.comparing(AuditEvent::at)
                .thenComparing(event -> event.id().value().toString())
                .reversed();
    }
}
