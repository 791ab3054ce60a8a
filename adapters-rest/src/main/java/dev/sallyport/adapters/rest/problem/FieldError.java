package dev.sallyport.adapters.rest.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;

/**
 * What is wrong with one field.
 *
 * @param field its name in the body or the query; empty for the body as a whole
 * @param code a catalogue code, or for malformed JSON a {@code json.…} code that says how
 * @param params what a client needs to explain the rule, like {@code min}
 */
@Serdeable
public record FieldError(
        String field,
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> params) {

    public FieldError {
        params = Map.copyOf(params);
    }

    public static FieldError of(String field, String code) {
        return new FieldError(field, code, Map.of());
    }
}
