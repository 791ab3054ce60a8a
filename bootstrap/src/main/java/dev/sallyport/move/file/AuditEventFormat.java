package dev.sallyport.move.file;

import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.user.UserId;
import java.util.Arrays;
import java.util.TreeMap;

final class AuditEventFormat extends Format<AuditEvent> {

    AuditEventFormat() {
        super("audit_event");
    }

    @Override
    String idOf(AuditEvent event) {
        return event.id().value().toString();
    }

    @Override
    void write(AuditEvent event, LineWriter line) {
        line.put("id", event.id().value().toString())
                .put("at", event.at())
                .put("type", event.type().code())
                .put("actor", event.actor() == null ? null : event.actor().toString())
                .put("subject", event.subject() == null ? null : event.subject().toString())
                .put("session", event.session() == null ? null : event.session().toString());
        OriginFormat.write(event.origin(), line);
        line.put("details", new TreeMap<>(event.details()));
    }

    @Override
    AuditEvent read(LineReader line) {
        return new AuditEvent(
                new AuditEventId(line.id("id")),
                line.instant("at"),
                type(line.text("type")),
                line.optionalId("actor").map(UserId::new).orElse(null),
                line.optionalId("subject").map(UserId::new).orElse(null),
                line.optionalId("session").map(SessionId::new).orElse(null),
                OriginFormat.read(line),
                line.textsByName("details"));
    }

    private static AuditType type(String code) {
        return Arrays.stream(AuditType.values())
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new LineException("has a \"type\" nobody knows"));
    }
}
