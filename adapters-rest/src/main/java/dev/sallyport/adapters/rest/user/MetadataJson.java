package dev.sallyport.adapters.rest.user;

import dev.sallyport.application.user.Change;
import dev.sallyport.domain.user.Metadata;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Metadata as an object within an answer or a body, where the store has its text. */
@Singleton
final class MetadataJson {

    private static final Argument<JsonNode> NODE = Argument.of(JsonNode.class);

    private final JsonMapper json;

    MetadataJson(JsonMapper json) {
        this.json = json;
    }

    JsonNode read(Metadata metadata) {
        try {
            return json.readValue(metadata.json(), NODE);
        } catch (IOException e) {
            throw new UncheckedIOException("Stored metadata is no JSON", e);
        }
    }

    Change<String> text(Change<JsonNode> change) {
        return switch (change) {
            case Change.Keep<JsonNode>() -> new Change.Keep<>();
            case Change.To<JsonNode>(var node) -> new Change.To<>(node == null ? null : text(node));
        };
    }

    private String text(JsonNode node) {
        try {
            return json.writeValueAsString(NODE, node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
