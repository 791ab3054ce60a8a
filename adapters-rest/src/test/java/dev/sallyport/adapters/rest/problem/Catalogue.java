package dev.sallyport.adapters.rest.problem;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue as the reference page. */
final class Catalogue {

    private Catalogue() {}

    /** {@code docs/errors.md}. */
    static String markdown() {
        String rows = Stream.of(ProblemCode.values())
                .map(code -> "| %d | `%s` | %s |\n"
                        .formatted(
                                code.status().getCode(),
                                code.code(),
                                code.detail().replace("|", "\\|")))
                .collect(Collectors.joining());
        return """
                # Errors

                Every failure under `/api` is `application/problem+json` (RFC 9457). Switch on `code`: it is the contract and keeps its
                status; `title` and `detail` are for people. `errors` says which field breaks which rule; while all of them are about
                one field, the first one's code stands for the whole, otherwise `request.invalid` does. For malformed JSON the codes
                in `errors` are `json.syntax`, `json.not_an_object`, `json.duplicate_member`, `json.wrong_type`, `json.trailing_text`,
                `json.invalid_utf8`, `json.invalid_text`, `json.too_deep` and `json.number_out_of_range`; without `field` they are about the body as a whole.
                The `request_id` stands in the log, in the body and in `X-Request-Id`. `Retry-After` comes with 429 and 503.
                One refusal has no body: 403 to a browser whose web origin is not among `cors.origins`.

                | status | code | meaning |
                | --- | --- | --- |
                """ + rows;
    }
}
