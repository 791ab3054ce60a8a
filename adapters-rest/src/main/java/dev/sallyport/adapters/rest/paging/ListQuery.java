package dev.sallyport.adapters.rest.paging;

import dev.sallyport.adapters.rest.json.WireTime;
import dev.sallyport.adapters.rest.problem.FieldError;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list a request asks for, and how much of it. Read strictly: a parameter that nobody knows, or one that stands there
 * twice, is refused, so that nobody takes a list for filtered that is not.
 */
public final class ListQuery {

    public static final int MOST = 100;

    private static final int USUAL = 20;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    /** What may differ from page to page. */
    private static final Set<String> NO_FILTERS = Set.of("limit", "cursor", "include");

    private final String path;
    private final Map<String, String> parameters;

    private ListQuery(String path, Map<String, String> parameters) {
        this.path = path;
        this.parameters = parameters;
    }

    /** Takes the names of the parameters that the list knows beside {@code limit} and {@code cursor}. */
    public static ListQuery of(HttpRequest<?> request, String... names) {
        return of(request.getPath(), request.getParameters().asMap(), names);
    }

    static ListQuery of(String path, Map<String, List<String>> parameters, String... names) {
        Map<String, String> read = new TreeMap<>();
        parameters.forEach((name, values) -> {
            if (!List.of("limit", "cursor").contains(name) && !List.of(names).contains(name)) {
                throw ProblemException.unknownField(name);
            }
            if (values.size() != 1) {
                throw ProblemException.of(
                        ProblemCode.REQUEST_MALFORMED, FieldError.of(name, ProblemCode.REQUEST_MALFORMED.code()));
            }
            read.put(name, values.getFirst());
        });
        return new ListQuery(path, read);
    }

    /** How many at most; {@value #USUAL} unless said otherwise. */
    public int limit() {
        return text("limit").map(ListQuery::limit).orElse(USUAL);
    }

    private static int limit(String text) {
        int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid(List.of(
                    new FieldError("limit", ProblemCode.REQUEST_INVALID.code(), Map.of("min", 1, "max", MOST))));
        }
        return limit;
    }

    /** A parameter as it was sent. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** A parameter that is an instant. */
    public Optional<Instant> instant(String name) {
        return text(name).map(text -> WireTime.parse(text).orElseThrow(() -> ProblemException.invalid(name)));
    }

    /** The id that the last page ended with; empty for the first page. */
    public Optional<UUID> after(Cursors cursors) {
        return text("cursor")
                .map(cursor -> cursors.read(cursor, list())
                        .orElseThrow(() -> ProblemException.of(ProblemCode.INVALID_CURSOR)));
    }

    /** The cursor of the next page, if this one ends with an id and there is more. */
    public @Nullable String next(Cursors cursors, Optional<UUID> last) {
        return last.map(id -> cursors.after(id, list())).orElse(null);
    }

    /** The path and every filter, with its length before it, so that no two queries read alike. */
    private String list() {
        StringBuilder list = new StringBuilder(path);
        parameters.forEach((name, value) -> {
            if (!NO_FILTERS.contains(name)) {
                list.append('?')
                        .append(name)
                        .append('=')
                        .append(value.length())
                        .append(':')
                        .append(value);
            }
        });
        return list.toString();
    }
}
