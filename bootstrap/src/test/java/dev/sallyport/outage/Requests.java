package dev.sallyport.outage;

import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.as;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newAddress;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sallyport.docs.ApiDocument;
import dev.sallyport.docs.Operation;
import dev.sallyport.testkit.journey.Answer;
import dev.sallyport.testkit.journey.Api;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * For each operation of the API a request that the service would have answered, had its stores been there. Each is somebody else's: one
 * that ends a session may do so though it cannot say so.
 */
final class Requests {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final Api api;
    private final ApiDocument document;
    private final Map<Operation, Answer> tokens;

    /** Registers who will ask. */
    Requests(Api api) {
        this.api = api;
        this.document = ApiDocument.read(api.get("/openapi.yml").expect(200).body());
        this.tokens = document.operations().stream().collect(toMap(operation -> operation, one -> register(api)));
    }

    Set<Operation> operations() {
        return document.operations();
    }

    Answer send(Operation operation) {
        String path =
                operation.path().replace("{id}", UUID.randomUUID().toString()).replace("{name}", "LIBRARIAN");
        return caller(operation).send(operation.method(), path, body(operation).getBytes(StandardCharsets.UTF_8), JSON);
    }

    /** Guests may ask for their permissions too, and then no store is asked. */
    private Api caller(Operation operation) {
        boolean signedIn =
                document.secured().contains(operation) || operation.path().endsWith("/permissions");
        return signedIn ? as(api, tokensFor(operation)) : api;
    }

    private String body(Operation operation) {
        return switch (operation.path()) {
            case "/api/v1/auth/register" -> "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(newAddress(), PASSWORD);
            case "/api/v1/auth/refresh" ->
                "{\"refresh_token\":\"%s\"}".formatted(tokensFor(operation).text("/refresh_token"));
            default ->
                document.examples(operation).stream()
                        .findFirst()
                        .map(JsonNode::toString)
                        .orElse("");
        };
    }

    private Answer tokensFor(Operation operation) {
        return Objects.requireNonNull(tokens.get(operation));
    }
}
