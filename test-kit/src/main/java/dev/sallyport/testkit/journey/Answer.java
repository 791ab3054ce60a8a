package dev.sallyport.testkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** What a service answered. */
public final class Answer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpResponse<String> response;

    Answer(HttpResponse<String> response) {
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    /** A header's first value; empty when there is none. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + response.body(), e);
        }
    }

    /** The text of a member, or of one within it: {@code /user/id}. */
    public String text(String pointer) {
        return json().at(pointer).asText();
    }

    /** The problem's code. */
    public String code() {
        return text("/code");
    }

    public Answer expect(int status) {
        assertThat(status())
                .as("%s answered %s", response.uri(), response.body())
                .isEqualTo(status);
        return this;
    }

    public Answer expect(int status, String code) {
        expect(status);
        assertThat(code()).isEqualTo(code);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        return this;
    }
}
