package dev.sallyport.adapters.rest.problem;

import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.function.Consumer;

/** Ends a request with a problem. For the edge only: use cases return results. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 64;

    private final ProblemCode code;
    private final transient List<FieldError> errors;
    private final transient Consumer<MutableHttpResponse<?>> headers;

    private ProblemException(ProblemCode code, List<FieldError> errors, Consumer<MutableHttpResponse<?>> headers) {
        super(code.code(), null, false, false);
        this.code = code;
        this.errors = errors;
        this.headers = headers;
    }

    public static ProblemException of(ProblemCode code) {
        return new ProblemException(code, List.of(), response -> {});
    }

    public static ProblemException of(ProblemCode code, FieldError error) {
        return new ProblemException(code, List.of(error), response -> {});
    }

    /** For answers that carry more than a body, like {@code Retry-After}. */
    public static ProblemException of(ProblemCode code, Consumer<MutableHttpResponse<?>> headers) {
        return new ProblemException(code, List.of(), headers);
    }

    /**
     * For fields that break rules, at least one: the first error's code stands for the whole if all are about one field, else {@code
     * request.invalid} does.
     */
    public static ProblemException invalid(List<FieldError> errors) {
        boolean oneField = errors.stream().map(FieldError::field).distinct().count() == 1;
        ProblemCode code = oneField ? codeOf(errors.getFirst()) : ProblemCode.REQUEST_INVALID;
        return new ProblemException(code, List.copyOf(errors), response -> {});
    }

    /** For a field that breaks a rule which has no code of its own. */
    public static ProblemException invalid(String field) {
        return of(ProblemCode.REQUEST_INVALID, FieldError.of(field, ProblemCode.REQUEST_INVALID.code()));
    }

    /** For a member of a body or a parameter of a query that the endpoint does not know. */
    public static ProblemException unknownField(String name) {
        String shown = name.length() <= MOST_SHOWN ? name : name.substring(0, MOST_SHOWN) + "…";
        return of(ProblemCode.REQUEST_UNKNOWN_FIELD, FieldError.of(shown, ProblemCode.REQUEST_UNKNOWN_FIELD.code()));
    }

    private static ProblemCode codeOf(FieldError error) {
        for (ProblemCode code : ProblemCode.values()) {
            if (code.code().equals(error.code())) {
                return code;
            }
        }
        return ProblemCode.REQUEST_INVALID;
    }

    ProblemCode code() {
        return code;
    }

    List<FieldError> errors() {
        return errors;
    }

    Consumer<MutableHttpResponse<?>> headers() {
        return headers;
    }
}
