package dev.sallyport.adapters.redis.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.token.Salt;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.user.UserId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A session as a JSON object, without its id, which is in the key; instants in epoch milliseconds. One text takes half the memory that
 * a hash of as many fields does, since a browser's name is too long for the compact kind of hash.
 */
final class SessionJson {

    private static final JsonFactory JSON = new JsonFactory();

    private SessionJson() {}

    /** What the text of a session begins with, and of no session in another generation or under other credentials. */
    static String beginning(Session session) {
        return "{\"generation\":" + session.generation() + ",\"credentials_version\":" + session.credentialsVersion()
                + ",";
    }

    static String write(Session session) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("generation", session.generation());
            json.writeNumberField("credentials_version", session.credentialsVersion());
            json.writeStringField("user", session.user().toString());
            json.writeStringField("salt", session.salt().value());
            write(session.origin(), json);
            json.writeNumberField("created_at", session.createdAt().toEpochMilli());
            json.writeNumberField("last_used_at", session.lastUsedAt().toEpochMilli());
            json.writeNumberField("expires_at", session.expiresAt().toEpochMilli());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return text.toString();
    }

    private static void write(Origin origin, JsonGenerator json) throws IOException {
        json.writeStringField("address", origin.address().text());
        json.writeStringField("network", origin.address().network());
        if (origin.userAgent() != null) {
            json.writeStringField("user_agent", origin.userAgent());
        }
        json.writeStringField("request_id", origin.requestId());
    }

    static Session read(SessionId id, String text) {
        Fields fields = Fields.of(text);
        return new Session(
                id,
                new UserId(UUID.fromString(fields.text("user"))),
                fields.number("generation"),
                new Salt(fields.text("salt")),
                fields.number("credentials_version"),
                new Origin(
                        new ClientAddress(fields.text("address"), fields.text("network")),
                        fields.values().get("user_agent"),
                        fields.text("request_id")),
                fields.instant("created_at"),
                fields.instant("last_used_at"),
                fields.instant("expires_at"));
    }

    /** A session's fields by name, numbers as their digits. */
    private record Fields(Map<String, String> values) {

        static Fields of(String text) {
            Map<String, String> values = new HashMap<>();
            try (JsonParser json = JSON.createParser(text)) {
                json.nextToken();
                for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                    json.nextToken();
                    values.put(name, json.getText());
                }
            } catch (IOException e) {
                throw new UncheckedIOException("A session is no JSON object", e);
            }
            return new Fields(values);
        }

        String text(String name) {
            return Objects.requireNonNull(values.get(name), name);
        }

        long number(String name) {
            return Long.parseLong(text(name));
        }

        Instant instant(String name) {
            return Instant.ofEpochMilli(number(name));
        }
    }
}
