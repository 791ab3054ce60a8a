package dev.sallyport.move.file;

import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditHash;
import dev.sallyport.domain.audit.AuditLink;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.domain.token.Salt;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.user.UserId;
import java.util.TreeMap;

final class AuditRecordFormat extends Format<AuditRecord> {

    AuditRecordFormat() {
        super("audit_record");
    }

    @Override
    String idOf(AuditRecord record) {
        return record.event().id().toString();
    }

    @Override
    void write(AuditRecord record, LineWriter line) {
        write(record.event(), line);
        write(record.link(), line);
    }

    private static void write(AuditEvent event, LineWriter line) {
        line.put("id", event.id().toString())
                .put("at", event.at())
                .put("type", event.type().code())
                .put("actor", event.actor() == null ? null : event.actor().toString())
                .put("subject", event.subject() == null ? null : event.subject().toString())
                .put("session", event.session() == null ? null : event.session().toString());
        OriginFormat.write(event.origin(), line);
        line.put("details", new TreeMap<>(event.details()));
    }

    private static void write(AuditLink link, LineWriter line) {
        line.put("chain", link.chain().toString())
                .put("sequence", link.sequence())
                .put("previous", link.previous().value())
                .put("hash", link.hash().value())
                .put("personal", link.personal().value())
                .put("salt", link.salt() == null ? null : link.salt().value());
    }

    @Override
    AuditRecord read(LineReader line) {
        return new AuditRecord(event(line), link(line));
    }

    private static AuditEvent event(LineReader line) {
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

    private static AuditLink link(LineReader line) {
        return new AuditLink(
                new ChainId(line.id("chain")),
                line.number("sequence"),
                new AuditHash(line.text("previous")),
                new AuditHash(line.text("hash")),
                new AuditHash(line.text("personal")),
                line.optionalText("salt").map(Salt::new).orElse(null));
    }

    private static AuditType type(String code) {
        return AuditType.ofCode(code).orElseThrow(() -> new LineException("has a \"type\" nobody knows"));
    }
}
