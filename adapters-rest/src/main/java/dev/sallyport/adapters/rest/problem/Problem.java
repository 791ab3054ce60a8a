package dev.sallyport.adapters.rest.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A failure as clients see it (RFC 9457), with a {@code code} to switch on and the request's id. */
@Serdeable
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String instance,
        @JsonProperty("request_id") String requestId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

    /** RFC 9457, 3. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }
}
