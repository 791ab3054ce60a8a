package dev.sallyport.domain.audit;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JSON object in the one form that RFC 8785 gives it, for hashing. Members are texts, whole numbers up to 2^53 and objects of texts,
 * which is all the audit log has; their names are sorted by UTF-16 units, as {@link String#compareTo} does.
 */
final class CanonicalJson {

    private final SortedMap<String, String> members = new TreeMap<>();

    CanonicalJson with(String name, String text) {
        members.put(name, quoted(text));
        return this;
    }

    CanonicalJson with(String name, long number) {
        members.put(name, Long.toString(number));
        return this;
    }

    CanonicalJson with(String name, Map<String, String> texts) {
        CanonicalJson inner = new CanonicalJson();
        texts.forEach(inner::with);
        members.put(name, inner.toString());
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        members.forEach((name, value) -> text.append(text.length() > 1 ? "," : "")
                .append(quoted(name))
                .append(':')
                .append(value));
        return text.append('}').toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(escaped((char) c)));
        return quoted.append('"').toString();
    }

    /** RFC 8785, 3.2.2.2. */
    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c);
        };
    }
}
