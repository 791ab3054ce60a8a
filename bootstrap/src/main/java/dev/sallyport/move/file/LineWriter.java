package dev.sallyport.move.file;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object without a space in it. What is null is left out. */
final class LineWriter {

    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

    private final StringBuilder text = new StringBuilder("{");

    LineWriter put(String name, @Nullable String value) {
        return value == null ? this : member(name).quoted(value);
    }

    LineWriter put(String name, @Nullable Instant value) {
        return put(name, value == null ? null : value.toString());
    }

    LineWriter put(String name, long value) {
        member(name).text.append(value);
        return this;
    }

    LineWriter put(String name, boolean value) {
        member(name).text.append(value);
        return this;
    }

    LineWriter put(String name, Collection<String> values) {
        member(name).text.append('[');
        values.forEach(value -> separated().quoted(value));
        text.append(']');
        return this;
    }

    LineWriter put(String name, SortedMap<String, String> values) {
        member(name).text.append('{');
        values.forEach(this::put);
        text.append('}');
        return this;
    }

    String end() {
        return text.append('}').toString();
    }

    private LineWriter member(String name) {
        separated().quoted(name).text.append(':');
        return this;
    }

    private LineWriter separated() {
        char last = text.charAt(text.length() - 1);
        if (last != '{' && last != '[') {
            text.append(',');
        }
        return this;
    }

    private LineWriter quoted(String value) {
        text.append('"');
        ENCODER.quoteAsString(value, text);
        text.append('"');
        return this;
    }
}
