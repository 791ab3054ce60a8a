package dev.sallyport.docs;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.sallyport.testkit.journey.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An OpenAPI 3.1 document that answers can be held against. Clients are told to expect members they do not know; here every object is
 * closed, so that a member which is sent but not documented is noticed.
 */
public final class ApiDocument {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonPointer PATHS = JsonPointer.compile("/paths");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String NAME = "https://sallyport.dev/openapi.json";

    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode root;
    private final JsonSchemaFactory schemas;

    private ApiDocument(JsonNode root) {
        this.root = root;
        JsonNode closed = root.deepCopy();
        close(closed.at("/components/schemas"));
        this.schemas = JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                factory -> factory.schemaLoaders(loaders -> loaders.schemas(Map.of(NAME, closed.toString()))));
    }

    public static ApiDocument read(String yaml) {
        try {
            return new ApiDocument(YAML.readTree(yaml));
        } catch (IOException e) {
            throw new AssertionError("The document is no YAML", e);
        }
    }

    /** The same document, less what stands there. */
    ApiDocument without(JsonPointer gone) {
        JsonNode copy = root.deepCopy();
        ((ObjectNode) copy.at(gone.head())).remove(gone.last().getMatchingProperty());
        return new ApiDocument(copy);
    }

    /** Where an operation's path stands. */
    static JsonPointer at(Operation operation) {
        return PATHS.appendProperty(operation.path());
    }

    public Set<Operation> operations() {
        return root.at(PATHS).properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .map(member -> new Operation(member.getKey().toUpperCase(Locale.ROOT), path.getKey())))
                .collect(Collectors.toSet());
    }

    /** The operations that nobody may call without an access token, or an API key in its place. */
    public Set<Operation> secured() {
        return operations().stream()
                .filter(operation -> isSecured(root.at(pointer(operation)).path("security")))
                .collect(Collectors.toSet());
    }

    private static boolean isSecured(JsonNode alternatives) {
        return !alternatives.isEmpty()
                && alternatives.valueStream().allMatch(one -> one.has("bearer") || one.has("api_key"));
    }

    /** The operation that answers a request for this path; one that is spelt out goes before one with parameters. */
    Operation operation(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.takes(method, path))
                .min(Comparator.comparing(operation -> operation.path().contains("{")))
                .orElseThrow(() -> new AssertionError(method + " " + path + " is not documented"));
    }

    /** The examples of an operation's request body. */
    public List<JsonNode> examples(Operation operation) {
        return examples(root.at(pointer(operation)).at("/requestBody/content/application~1json"))
                .toList();
    }

    /** The words that a schema allows. */
    Set<String> words(String schema) {
        return root.at("/components/schemas")
                .path(schema)
                .path("enum")
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    /** What is wrong with the examples, wherever they stand: beside a schema, or within one. */
    List<String> complaintsAboutExamples() {
        List<String> complaints = new ArrayList<>();
        collectComplaints(JsonPointer.empty(), complaints);
        return complaints;
    }

    private void collectComplaints(JsonPointer at, List<String> complaints) {
        JsonNode node = root.at(at);
        JsonPointer schema = node.has("schema") ? at.appendProperty("schema") : at;
        examples(node).forEach(example -> complaints.addAll(complaints(schema, example)));
        node.fieldNames().forEachRemaining(name -> collectComplaints(at.appendProperty(name), complaints));
    }

    /** A schema lists its examples; a body has one, or several with names. */
    private static Stream<JsonNode> examples(JsonNode node) {
        Stream<JsonNode> several = node.path("examples").valueStream();
        return node.path("examples").isArray()
                ? several
                : Stream.concat(
                        Stream.of(node.path("example")).filter(JsonNode::isObject),
                        several.map(example -> example.path("value")));
    }

    /** What about an answer is not as the document says: its status, a header, the type or the content of its body. */
    List<String> complaints(Operation operation, Answer answer) {
        JsonPointer responses = pointer(operation).appendProperty("responses");
        String status = Integer.toString(answer.status());
        JsonPointer response =
                follow(responses.appendProperty(root.at(responses).has(status) ? status : "default"));
        if (root.at(response).isMissingNode()) {
            return List.of("Status " + status + " is not documented");
        }
        List<String> complaints = new ArrayList<>();
        root.at(response).path("headers").fieldNames().forEachRemaining(name -> {
            JsonPointer header = follow(response.appendProperty("headers").appendProperty(name));
            complaints.addAll(complaints(header.appendProperty("schema"), TextNode.valueOf(answer.header(name))));
        });
        complaints.addAll(complaintsAboutBody(response.appendProperty("content"), answer));
        return complaints;
    }

    private List<String> complaintsAboutBody(JsonPointer content, Answer answer) {
        if (root.at(content).isMissingNode()) {
            return answer.body().isEmpty() ? List.of() : List.of("A body, where none is documented");
        }
        String type = answer.header("Content-Type").split(";", 2)[0];
        JsonPointer schema = content.appendProperty(type).appendProperty("schema");
        if (root.at(schema).isMissingNode()) {
            return List.of("Content-Type " + type + " is not documented");
        }
        return complaints(schema, type.endsWith("json") ? answer.json() : TextNode.valueOf(answer.body()));
    }

    private List<String> complaints(JsonPointer schema, JsonNode value) {
        return schemas.getSchema(SchemaLocation.of(NAME + "#" + schema), STRICT).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .map(message -> schema + ": " + message)
                .toList();
    }

    private JsonPointer follow(JsonPointer at) {
        String reference = root.at(at).path("$ref").asText();
        return reference.isEmpty() ? at : JsonPointer.compile(reference.substring(1));
    }

    private static JsonPointer pointer(Operation operation) {
        return at(operation).appendProperty(operation.method().toLowerCase(Locale.ROOT));
    }

    private static void close(JsonNode schema) {
        if (schema.path("properties").isObject() && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
        schema.forEach(ApiDocument::close);
    }
}
