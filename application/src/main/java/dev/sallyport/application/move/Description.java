package dev.sallyport.application.move;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record down, secrets included, so that two records of a type have one text if and only if they are equal. By reflection:
 * no component can be forgotten, not even one that is added later.
 */
final class Description {

    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toList();
        }
    };

    private final StringBuilder text = new StringBuilder();

    private Description() {}

    static String of(Record one) {
        Description description = new Description();
        description.add(one);
        return description.text.toString();
    }

    private void add(@Nullable Object value) {
        switch (value) {
            case null -> text.append('-');
            case Record one -> addAll(components(one));
            case Map<?, ?> map -> addAll(entries(map));
            case Collection<?> some -> addAll(some);
            case Enum<?> constant -> quote(constant.name());
            case String string -> quote(string);
            case Long _, Integer _, Boolean _, Instant _, UUID _ -> text.append(value);
            default -> throw new IllegalArgumentException("There is no text for a " + value.getClass());
        }
    }

    private void addAll(Collection<?> values) {
        text.append('(');
        values.forEach(value -> {
            add(value);
            text.append(',');
        });
        text.append(')');
    }

    /** Nothing in quotes can look like the end of it, and half of a surrogate pair is not taken for a question mark. */
    private void quote(String string) {
        text.append('"');
        string.chars().forEach(c -> {
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate((char) c)) {
                text.append('\\').append(c).append(';');
            } else {
                text.append((char) c);
            }
        });
        text.append('"');
    }

    private static List<@Nullable Object> components(Record one) {
        List<@Nullable Object> components = new ArrayList<>();
        for (Method accessor : ACCESSORS.get(one.getClass())) {
            try {
                components.add(accessor.invoke(one));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("A record cannot be read: " + one.getClass(), e);
            }
        }
        return components;
    }

    private static List<?> entries(Map<?, ?> map) {
        return new TreeMap<>(map)
                .entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), entry.getValue()))
                        .toList();
    }
}
