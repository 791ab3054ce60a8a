package dev.sallyport.auditing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditLink;
import dev.sallyport.domain.audit.AuditRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as a JSON object on one line, with the members that the REST interface gives it, and its place in the chain. */
final class RecordLine {

    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private RecordLine() {}

    static String of(AuditRecord record) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            write(record.event(), json);
            write(record.link(), json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return text.toString();
    }

    private static void write(AuditEvent event, JsonGenerator json) throws IOException {
        json.writeStringField("id", event.id().toString());
        json.writeStringField("time", time(event.at()));
        json.writeStringField("type", event.type().code());
        json.writeStringField("outcome", event.type().outcome().name().toLowerCase(Locale.ROOT));
        write("actor", event.actor(), json);
        write("subject", event.subject(), json);
        write("session_id", event.session(), json);
        json.writeStringField("ip", event.origin().address().text());
        write("user_agent", event.origin().userAgent(), json);
        json.writeStringField("request_id", event.origin().requestId());
        json.writeObjectFieldStart("details");
        for (Map.Entry<String, String> detail : event.details().entrySet()) {
            json.writeStringField(detail.getKey(), detail.getValue());
        }
        json.writeEndObject();
    }

    private static void write(AuditLink link, JsonGenerator json) throws IOException {
        json.writeStringField("chain", link.chain().toString());
        json.writeNumberField("sequence", link.sequence());
        json.writeStringField("hash", link.hash().value());
    }

    private static void write(String name, @Nullable Object value, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value.toString());
        }
    }

    private static String time(Instant instant) {
        return MILLIS.format(instant);
    }
}
