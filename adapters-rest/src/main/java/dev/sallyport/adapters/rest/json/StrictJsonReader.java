package dev.sallyport.adapters.rest.json;

import dev.sallyport.adapters.rest.problem.FieldError;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.application.user.Change;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ReferenceCounted;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link JsonBody} records and refuses whatever they do not name, so that nobody can slip in a {@code role} (mass assignment)
 * and nobody wonders why a mistyped member had no effect.
 */
@Singleton
@Order(-100)
@Consumes(MediaType.APPLICATION_JSON)
final class StrictJsonReader<T> implements MessageBodyReader<T> {

    private static final Map<Class<?>, BiFunction<String, JsonNode, Object>> READERS = Map.of(
            String.class, StrictJsonReader::text,
            Boolean.class, StrictJsonReader::flag,
            Long.class, StrictJsonReader::number,
            List.class, StrictJsonReader::texts,
            JsonNode.class, StrictJsonReader::object);

    private final JsonMapper json;

    StrictJsonReader(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(Argument<T> type, @Nullable MediaType mediaType) {
        return JsonBody.class.isAssignableFrom(type.getType());
    }

    @Override
    public T read(Argument<T> type, @Nullable MediaType mediaType, Headers headers, ByteBuffer<?> buffer)
            throws CodecException {
        T read = read(type, buffer.toByteArray());
        if (buffer instanceof ReferenceCounted counted) {
            counted.release(); // only here: when reading throws, the framework does it
        }
        return read;
    }

    @Override
    public T read(Argument<T> type, @Nullable MediaType mediaType, Headers headers, InputStream body)
            throws CodecException {
        try {
            return read(type, body.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private T read(Argument<T> type, byte[] body) {
        StrictJson.check(body);
        BeanIntrospection<T> introspection = BeanIntrospector.SHARED.getIntrospection(type.getType());
        Argument<?>[] components = introspection.getConstructorArguments();
        Map<String, JsonNode> members = members(body);
        refuseUnknown(members, components);
        return introspection.instantiate(values(components, members));
    }

    private Map<String, JsonNode> members(byte[] body) {
        try {
            Map<String, JsonNode> members = new HashMap<>();
            json.readValue(body, Argument.of(JsonNode.class))
                    .entries()
                    .forEach(member -> members.put(member.getKey(), member.getValue()));
            return members;
        } catch (IOException e) {
            throw StrictJson.malformed("json.syntax");
        }
    }

    private static void refuseUnknown(Map<String, JsonNode> members, Argument<?>[] components) {
        Set<String> known =
                Stream.of(components).map(StrictJsonReader::memberName).collect(Collectors.toSet());
        members.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw ProblemException.unknownField(name);
                });
    }

    private static @Nullable Object[] values(Argument<?>[] components, Map<String, JsonNode> members) {
        @Nullable Object[] values = new @Nullable Object[components.length];
        List<FieldError> missing = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            String name = memberName(components[i]);
            values[i] = value(components[i], name, members.get(name));
            if (values[i] == null && !components[i].isNullable()) {
                missing.add(FieldError.of(name, ProblemCode.FIELD_REQUIRED.code()));
            }
        }
        if (!missing.isEmpty()) {
            throw ProblemException.invalid(missing);
        }
        return values;
    }

    private static @Nullable Object value(Argument<?> component, String name, @Nullable JsonNode node) {
        if (component.getType() == Change.class) {
            Argument<?> changed = component.getFirstTypeVariable().orElseThrow();
            return node == null ? new Change.Keep<>() : new Change.To<>(present(changed, name, node));
        }
        return node == null ? null : present(component, name, node);
    }

    private static @Nullable Object present(Argument<?> type, String name, JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        BiFunction<String, JsonNode, Object> reader = READERS.get(type.getType());
        if (reader == null) {
            throw new IllegalStateException("A body cannot have a " + type);
        }
        return reader.apply(name, node);
    }

    private static String text(String name, JsonNode node) {
        if (!node.isString()) {
            throw wrongType(name);
        }
        return node.getStringValue();
    }

    private static Boolean flag(String name, JsonNode node) {
        if (!node.isBoolean()) {
            throw wrongType(name);
        }
        return node.getBooleanValue();
    }

    private static Long number(String name, JsonNode node) {
        boolean isWhole =
                node.isNumber() && (node.getNumberValue() instanceof Integer || node.getNumberValue() instanceof Long);
        if (!isWhole) {
            throw wrongType(name);
        }
        return node.getLongValue();
    }

    private static List<String> texts(String name, JsonNode node) {
        if (!node.isArray()) {
            throw wrongType(name);
        }
        List<String> texts = new ArrayList<>();
        node.values().forEach(each -> texts.add(text(name, each)));
        return List.copyOf(texts);
    }

    private static JsonNode object(String name, JsonNode node) {
        if (!node.isObject()) {
            throw wrongType(name);
        }
        return node;
    }

    private static ProblemException wrongType(String name) {
        return ProblemException.of(ProblemCode.REQUEST_MALFORMED, FieldError.of(name, "json.wrong_type"));
    }

    private static String memberName(Argument<?> component) {
        return NameUtils.underscoreSeparate(component.getName()).toLowerCase(Locale.ROOT);
    }
}
