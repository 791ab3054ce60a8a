package dev.sallyport.move.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads one JSON object whose values are texts, whole numbers, truth values, lists of texts and objects of texts. Each member is asked
 * for once, and every question throws {@link LineException} if the answer is no such thing.
 */
final class LineReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, Object> members;

    private LineReader(Map<String, Object> members) {
        this.members = members;
    }

    static LineReader of(String line) {
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new LineException("is no JSON object");
            }
            LineReader reader = new LineReader(members(json));
            if (json.nextToken() != null) {
                throw new LineException("goes on after its JSON object");
            }
            return reader;
        } catch (IOException malformed) {
            throw new LineException("is no JSON object, or has a member twice");
        }
    }

    /** Lets somebody ask, who must ask for everything there is. */
    <T> T read(Function<LineReader, T> questions) {
        try {
            T answer = questions.apply(this);
            if (!members.isEmpty()) {
                throw new LineException("has a member nobody knows, \""
                        + members.keySet().iterator().next() + "\"");
            }
            return answer;
        } catch (IllegalArgumentException | DateTimeException refused) {
            throw new LineException("has a value that cannot be: " + refused.getMessage());
        }
    }

    String text(String name) {
        return required(name, String.class);
    }

    Optional<String> optionalText(String name) {
        return members.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
    }

    long number(String name) {
        return required(name, Long.class);
    }

    boolean flag(String name) {
        return required(name, Boolean.class);
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        String value = text(name);
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new LineException("has a \"" + name + "\" nobody knows"));
    }

    UUID id(String name) {
        return UUID.fromString(text(name));
    }

    Optional<UUID> optionalId(String name) {
        return optionalText(name).map(UUID::fromString);
    }

    Instant instant(String name) {
        return Instant.parse(text(name));
    }

    Optional<Instant> optionalInstant(String name) {
        return optionalText(name).map(Instant::parse);
    }

    @SuppressWarnings("unchecked") // members has no other lists
    List<String> texts(String name) {
        return (List<String>) required(name, List.class);
    }

    @SuppressWarnings("unchecked") // members has no other maps
    SortedMap<String, String> textsByName(String name) {
        return (SortedMap<String, String>) required(name, SortedMap.class);
    }

    private <T> T required(String name, Class<T> type) {
        Object value = members.remove(name);
        if (!type.isInstance(value)) {
            throw new LineException("has no member \"" + name + "\", or it is of another type");
        }
        return type.cast(value);
    }

    private static Map<String, Object> members(JsonParser json) throws IOException {
        Map<String, Object> members = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            members.put(name, value(json.nextToken(), json));
        }
        return members;
    }

    private static Object value(JsonToken token, JsonParser json) throws IOException {
        return switch (token) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_ARRAY -> texts(json);
            case START_OBJECT -> textsByName(json);
            default -> throw new LineException("has a value of no known type");
        };
    }

    private static List<String> texts(JsonParser json) throws IOException {
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            texts.add(text(json));
        }
        return texts;
    }

    private static SortedMap<String, String> textsByName(JsonParser json) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            texts.put(name, text(json));
        }
        return texts;
    }

    private static String text(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new LineException("has something else where a text belongs");
        }
        return json.getText();
    }
}
