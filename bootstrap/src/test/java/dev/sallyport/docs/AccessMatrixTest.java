package dev.sallyport.docs;

import static dev.sallyport.testkit.journey.ServiceUnderTest.ADMINISTERED;
import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.ROOT;
import static dev.sallyport.testkit.journey.ServiceUnderTest.as;
import static dev.sallyport.testkit.journey.ServiceUnderTest.login;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newAddress;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.role.BuiltInRoles;
import dev.sallyport.domain.role.Permission;
import dev.sallyport.domain.role.Role;
import dev.sallyport.journey.StartedService;
import dev.sallyport.testkit.journey.Answer;
import dev.sallyport.testkit.journey.Api;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every operation of the document, asked by everybody there is: who lacks the permission gets no further, and who has it does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccessMatrixTest {

    private static final String UNHEARD_OF = "01939d5c-b2c0-7000-8000-000000000001";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String WRONG_PASSWORD = "{\"password\":\"Wrong-Horse-9\"}";

    /** They end what the caller comes with; the journeys have them. */
    private static final Set<String> PARTINGS = Set.of(
            "POST /api/v1/auth/logout", "POST /api/v1/auth/logout-all", "POST /api/v1/users/me/sessions/revoke-others");

    private static final Map<String, String> NEEDED = Map.ofEntries(
            entry("GET /api/v1/users/me", "users:read_self"),
            entry("PATCH /api/v1/users/me", "users:update_self"),
            entry("DELETE /api/v1/users/me", "users:delete_self"),
            entry("POST /api/v1/users/me/password", "users:update_self"),
            entry("GET /api/v1/users/me/sessions", "sessions:read_self"),
            entry("DELETE /api/v1/users/me/sessions/{id}", "sessions:manage_self"),
            entry("GET /api/v1/users", "users:read"),
            entry("POST /api/v1/users", "users:create"),
            entry("GET /api/v1/users/{id}", "users:read"),
            entry("PATCH /api/v1/users/{id}", "users:update"),
            entry("DELETE /api/v1/users/{id}", "users:delete"),
            entry("PATCH /api/v1/users/{id}/role", "roles:assign"),
            entry("POST /api/v1/users/{id}/suspend", "users:update"),
            entry("POST /api/v1/users/{id}/activate", "users:update"),
            entry("POST /api/v1/users/{id}/unlock", "users:update"),
            entry("POST /api/v1/users/{id}/restore", "users:delete"),
            entry("POST /api/v1/users/{id}/purge", "users:delete"),
            entry("GET /api/v1/users/{id}/sessions", "sessions:manage"),
            entry("DELETE /api/v1/users/{id}/sessions", "sessions:manage"),
            entry("GET /api/v1/roles", "roles:read"),
            entry("POST /api/v1/roles", "roles:manage"),
            entry("GET /api/v1/roles/{name}", "roles:read"),
            entry("PUT /api/v1/roles/{name}", "roles:manage"),
            entry("DELETE /api/v1/roles/{name}", "roles:manage"),
            entry("GET /api/v1/api-keys", "api_keys:manage"),
            entry("POST /api/v1/api-keys", "api_keys:manage"),
            entry("POST /api/v1/api-keys/{id}/rotate", "api_keys:manage"),
            entry("DELETE /api/v1/api-keys/{id}", "api_keys:manage"),
            entry("GET /api/v1/audit-events", "audit:read"));

    private final StartedService service;
    private final Api api;
    private final Api root;
    private final ApiDocument document;

    AccessMatrixTest(@TempDir Path data) {
        Map<String, String> settings = new HashMap<>(ADMINISTERED);
        settings.put("data", data.toString());
        settings.put("storage.accounts.url", "memory:");
        this.service = StartedService.with(settings);
        this.api = service.api();
        this.root = as(api, login(api, ROOT, PASSWORD).expect(200));
        this.document = ApiDocument.read(api.get("/openapi.yml").expect(200).body());
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void everyOperationIsInTheMatrix() {
        List<String> documented =
                document.secured().stream().map(Operation::toString).toList();

        assertThat(documented)
                .filteredOn(operation -> !PARTINGS.contains(operation))
                .containsExactlyInAnyOrderElementsOf(NEEDED.keySet());
    }

    @Test
    void whoHasNoTokenGetsNowhere() {
        assertThat(document.secured())
                .allSatisfy(operation ->
                        assertThat(ask(api, operation).expect(401).code()).isEqualTo("auth.token_missing"));
    }

    @Test
    void whoIsSuspendedOrDeletedGetsNowhereWithTheTokenTheyHad() {
        Answer suspended = register(api);
        root.post(account(suspended) + "/suspend", Map.of()).expect(200);
        Answer deleted = register(api);
        root.delete(account(deleted)).expect(204);

        assertThat(document.secured()).allSatisfy(operation -> {
            ask(as(api, suspended), operation).expect(401, "auth.token_invalid");
            ask(as(api, deleted), operation).expect(401, "auth.token_invalid");
        });
    }

    @Test
    void eachTierGetsAsFarAsItsPermissions() {
        List<String> complaints = new ArrayList<>();
        for (Role role : BuiltInRoles.all()) {
            Api caller = withRole(role);
            NEEDED.forEach((operation, permission) -> {
                Answer answer = ask(caller, operation(operation));
                boolean expected = role.grants(new Permission(permission));
                if (isLetIn(answer) != expected) {
                    complaints.add(role.name() + " " + operation + " " + answer.status() + " " + answer.body());
                }
            });
        }

        assertThat(complaints).isEmpty();
    }

    @Test
    void anApiKeyGetsAsFarAsTheOnePermissionItHas() {
        Map<String, Object> form = Map.of("name", "Matrix", "permissions", List.of("users:read"));
        Api key = api.withHeader(
                "X-API-Key", root.post("/api/v1/api-keys", form).expect(201).text("/key"));

        NEEDED.forEach((operation, permission) -> assertThat(isLetIn(ask(key, operation(operation))))
                .as(operation)
                .isEqualTo(permission.equals("users:read")));
    }

    private Api withRole(Role role) {
        String email = newAddress();
        Answer tokens = register(api, email);
        root.patch(account(tokens) + "/role", Map.of("role", role.name().value()))
                .expect(200);
        return as(api, login(api, email, PASSWORD).expect(200));
    }

    private static String account(Answer tokens) {
        return "/api/v1/users/" + tokens.text("/user/id");
    }

    private Operation operation(String text) {
        return document.operations().stream()
                .filter(operation -> operation.toString().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private Answer ask(Api caller, Operation operation) {
        String path = operation.path().replace("{id}", UNHEARD_OF).replace("{name}", "UNHEARD_OF");
        byte[] body = body(operation).getBytes(StandardCharsets.UTF_8);
        return caller.send(operation.method(), path, body, body.length == 0 ? Map.of() : JSON);
    }

    /** The document's own example, but nobody's password is right. */
    private String body(Operation operation) {
        return switch (operation.toString()) {
            case "DELETE /api/v1/users/me" -> WRONG_PASSWORD;
            case "POST /api/v1/users/me/password" ->
                "{\"current_password\":\"Wrong-Horse-9\",\"new_password\":\"Correct-Horse-10\"}";
            default ->
                document.examples(operation).stream()
                        .findFirst()
                        .map(Object::toString)
                        .orElse("");
        };
    }

    private static boolean isLetIn(Answer answer) {
        boolean isUnknown = answer.status() == 401 && answer.code().startsWith("auth.token_");
        boolean isForbidden = answer.status() == 403 && answer.code().equals("access.forbidden");
        return !isUnknown && !isForbidden;
    }
}
