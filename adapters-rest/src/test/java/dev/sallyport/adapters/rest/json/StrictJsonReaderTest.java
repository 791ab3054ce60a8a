package dev.sallyport.adapters.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.application.user.Change;
import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.core.type.Argument;
import io.micronaut.http.MediaType;
import io.micronaut.http.simple.SimpleHttpHeaders;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StrictJsonReaderTest {

    private static final String LEAST = "\"email\":\"ada@example.org\",\"permissions\":[]";

    private final StrictJsonReader<InvitationBody> reader = new StrictJsonReader<>(ObjectMapper.getDefault());

    @Test
    void everyKindOfMemberIsRead() {
        InvitationBody body = read("""
                {"email": "ada@example.org", "display_name": "Ada", "email_verified": true, "seats": 4,
                 "permissions": ["users:read", "roles:read"], "metadata": {"theme": "dark"},
                 "note": "first", "settings": {"a": 1}}""");

        assertThat(body)
                .isEqualTo(new InvitationBody(
                        "ada@example.org",
                        "Ada",
                        true,
                        4L,
                        List.of("users:read", "roles:read"),
                        JsonNode.createObjectNode(Map.of("theme", JsonNode.createStringNode("dark"))),
                        new Change.To<>("first"),
                        new Change.To<>(JsonNode.createObjectNode(Map.of("a", JsonNode.createNumberNode(1))))));
    }

    @Test
    void whatIsNotNamedIsNullOrStays() {
        InvitationBody body = read("{" + LEAST + "}");

        assertThat(body)
                .isEqualTo(new InvitationBody(
                        "ada@example.org",
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        new Change.Keep<>(),
                        new Change.Keep<>()));
    }

    @Test
    void nullRemoves() {
        InvitationBody body = read(
                "{" + LEAST
                        + ",\"display_name\":null,\"email_verified\":null,\"seats\":null,\"metadata\":null,\"note\":null,\"settings\":null}");

        assertThat(body)
                .isEqualTo(new InvitationBody(
                        "ada@example.org",
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        new Change.To<>(null),
                        new Change.To<>(null)));
    }

    @Test
    void whatIsNeededMayBeNeitherMissingNorNull() {
        assertRefused("{}", "request.invalid");
        assertRefused("{\"permissions\":[]}", "field.required");
        assertRefused("{\"email\":\"ada@example.org\",\"permissions\":null}", "field.required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"display_name\":5",
                "\"display_name\":[\"Ada\"]",
                "\"email_verified\":\"true\"",
                "\"email_verified\":1",
                "\"email_verified\":{}",
                "\"seats\":\"4\"",
                "\"seats\":4.0",
                "\"seats\":9223372036854775808",
                "\"metadata\":[]",
                "\"metadata\":\"{}\"",
                "\"note\":false",
                "\"settings\":[{}]"
            })
    void aMemberOfAnotherTypeIsRefused(String member) {
        assertRefused("{" + LEAST + "," + member + "}", "request.malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"users:read\"", "{}", "[5]", "[null]", "[[\"users:read\"]]", "[\"users:read\",true]", "false"})
    void aListOfAnythingButTextsIsRefused(String list) {
        assertRefused("{\"email\":\"ada@example.org\",\"permissions\":" + list + "}", "request.malformed");
    }

    @Test
    void anUnknownMemberIsRefused() {
        assertRefused("{" + LEAST + ",\"role\":\"ADMIN\"}", "request.unknown_field");
        assertRefused("{" + LEAST + ",\"emailVerified\":true}", "request.unknown_field");
    }

    private void assertRefused(String body, String code) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(body))
                .withMessage(code);
    }

    private InvitationBody read(String body) {
        return reader.read(
                Argument.of(InvitationBody.class),
                MediaType.APPLICATION_JSON_TYPE,
                new SimpleHttpHeaders(),
                ByteArrayBufferFactory.INSTANCE.wrap(body.getBytes(StandardCharsets.UTF_8)));
    }
}
