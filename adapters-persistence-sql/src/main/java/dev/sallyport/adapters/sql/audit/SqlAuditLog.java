package dev.sallyport.adapters.sql.audit;

import dev.sallyport.adapters.sql.CarriedRows;
import dev.sallyport.adapters.sql.Restore;
import dev.sallyport.adapters.sql.Sql;
import dev.sallyport.adapters.sql.SqlAxis;
import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.user.UserId;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Audit events in the table {@code audit_events}. */
@Singleton
@Bean(typed = SqlAuditLog.class)
@Requires(property = SqlAxis.ACCOUNTS_DIALECT)
public final class SqlAuditLog implements AuditLog, Holdings<AuditEvent> {

    private final AuditRows rows;

    SqlAuditLog(AuditRows rows) {
        this.rows = rows;
    }

    /** An id that is there already is this call repeated: the event is recorded. */
    @Override
    public void record(AuditEvent event) {
        AuditRow row = toRow(event);
        Sql.insert(() -> rows.insert(row));
    }

    @Override
    public List<AuditEvent> about(UserId subject, int max) {
        return Sql.ask(() -> rows.findAbout(subject.toString(), max)).stream()
                .map(SqlAuditLog::toEvent)
                .toList();
    }

    @Override
    public String idOf(AuditEvent event) {
        return event.id().value().toString();
    }

    @Override
    public Stream<AuditEvent> after(String after) {
        return Holdings.paged(after, this::page, this::idOf);
    }

    private List<AuditEvent> page(String after) {
        return Sql.ask(() -> rows.findAfter(after, CarriedRows.PAGE)).stream()
                .map(SqlAuditLog::toEvent)
                .toList();
    }

    @Override
    public void restore(List<AuditEvent> events) {
        Restore.into(rows, events.stream().map(SqlAuditLog::toRow).toList(), AuditRow::id);
    }

    @Override
    public long count() {
        return Sql.ask(rows::count);
    }

    private static AuditRow toRow(AuditEvent event) {
        UserId actor = event.actor();
        UserId subject = event.subject();
        SessionId session = event.session();
        Origin origin = event.origin();
        return new AuditRow(
                event.id().value().toString(),
                event.at().toEpochMilli(),
                event.type().code(),
                actor == null ? null : actor.toString(),
                subject == null ? null : subject.toString(),
                session == null ? null : session.toString(),
                origin.address().text(),
                origin.address().network(),
                origin.userAgent(),
                origin.requestId(),
                DetailsJson.write(event.details()));
    }

    private static AuditEvent toEvent(AuditRow row) {
        String session = row.sessionId();
        return new AuditEvent(
                new AuditEventId(UUID.fromString(row.id())),
                Instant.ofEpochMilli(row.happenedAt()),
                toType(row.eventType()),
                toUserId(row.actorId()),
                toUserId(row.subjectId()),
                session == null ? null : new SessionId(UUID.fromString(session)),
                new Origin(new ClientAddress(row.address(), row.network()), row.userAgent(), row.requestId()),
                DetailsJson.read(row.details()));
    }

    private static @Nullable UserId toUserId(@Nullable String id) {
        return id == null ? null : new UserId(UUID.fromString(id));
    }

    private static AuditType toType(String code) {
        return Arrays.stream(AuditType.values())
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("An event of a type this version does not know: " + code));
    }
}
