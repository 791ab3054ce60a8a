package dev.sallyport.adapters.rest.http;

import dev.sallyport.adapters.rest.problem.FieldError;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.application.Condition;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The states that answers are in, and those that requests mean to change, as HTTP names them (RFC 9110, 8.8.3 and 13.1.1). */
public final class EntityTags {

    /** One element of a list, which may be empty (RFC 9110, 5.6.1), with what ends it. Possessive: nothing is tried twice. */
    private static final Pattern ELEMENT =
            Pattern.compile("\\G[ \\t]*+(?:(W/)?+\"([\\x21\\x23-\\x7E\\x80-\\xFF]*+)\")?+[ \\t]*+(?:,|\\z)");

    private EntityTags() {}

    /** The same answer, with the name of the state it shows. */
    public static <B> MutableHttpResponse<B> tagged(MutableHttpResponse<B> answer, String state) {
        return answer.header(HttpHeaders.ETAG, '"' + state + '"');
    }

    /** What the lines of {@code If-Match} say together; no lines, no condition. */
    static Condition condition(List<String> lines) {
        String list = String.join(",", lines);
        return lines.isEmpty() || list.strip().equals("*")
                ? Condition.NONE
                : new Condition(Optional.of(strongTags(list)));
    }

    /** A weak tag never names the state exactly, so it fits none. */
    private static Set<String> strongTags(String list) {
        Set<String> tags = new HashSet<>();
        Matcher element = ELEMENT.matcher(list);
        int end = 0;
        while (end < list.length()) {
            if (!element.find()) {
                throw ProblemException.of(
                        ProblemCode.REQUEST_MALFORMED,
                        FieldError.of(HttpHeaders.IF_MATCH, ProblemCode.REQUEST_MALFORMED.code()));
            }
            if (element.group(1) == null && element.group(2) != null) {
                tags.add(element.group(2));
            }
            end = element.end();
        }
        return tags;
    }
}
