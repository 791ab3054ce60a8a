package dev.sallyport.adapters.rest.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sallyport.adapters.rest.json.WireTime;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditRecord;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One fact, and its place in the chain that proves it.
 *
 * @param ip {@code erased} once the person was purged
 * @param sequence 0 for a record from before there were chains
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AuditEventView(
        String id,
        String time,
        String type,
        String outcome,
        @Nullable String actor,
        @Nullable String subject,
        @Nullable String sessionId,
        String ip,
        @Nullable String userAgent,
        String requestId,
        Map<String, String> details,
        String chain,
        long sequence,
        String hash) {

    static AuditEventView of(AuditRecord record) {
        AuditEvent event = record.event();
        return new AuditEventView(
                event.id().toString(),
                WireTime.of(event.at()),
                event.type().code(),
                event.type().outcome().name().toLowerCase(Locale.ROOT),
                text(event.actor()),
                text(event.subject()),
                text(event.session()),
                event.origin().address().text(),
                event.origin().userAgent(),
                event.origin().requestId(),
                event.details(),
                record.link().chain().toString(),
                record.link().sequence(),
                record.link().hash().value());
    }

    private static @Nullable String text(@Nullable Object id) {
        return Optional.ofNullable(id).map(Object::toString).orElse(null);
    }
}
