package dev.sallyport.docs;

import static dev.sallyport.testkit.journey.ServiceUnderTest.as;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newAddress;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import dev.sallyport.journey.StartedService;
import dev.sallyport.testkit.journey.Answer;
import dev.sallyport.testkit.journey.Api;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every operation answers what the document says, asked with the document's own examples. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AnswersTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "hashing.bcrypt-cost", "10", "throttle.registration.attempts", "1000", "storage.accounts.url", "memory:");
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String REGISTER = "/api/v1/auth/register";
    private static final String LOGIN = "/api/v1/auth/login";
    private static final String REFRESH = "/api/v1/auth/refresh";
    private static final String ME = "/api/v1/users/me";
    private static final String USERS = "/api/v1/users";
    private static final String ROLES = "/api/v1/roles";
    private static final String KEYS = "/api/v1/api-keys";
    private static final String EVENTS = "/api/v1/audit-events";
    private static final String SETUP = "/api/v1/setup";
    private static final String SESSIONS = "/api/v1/users/me/sessions";

    private final StartedService service;
    private final Api api;
    private final ApiDocument document;
    private final Set<Operation> succeeded = new HashSet<>();

    AnswersTest(@TempDir Path data) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("data", data.toString());
        this.service = StartedService.with(settings);
        this.api = service.api();
        this.document = ApiDocument.read(api.get("/openapi.yml").expect(200).body());
    }

    @AfterAll
    void stop() {
        service.close();
    }

    /** One life of Ada, who does everything that can be done, and a few things that cannot. */
    @Test
    void everyAnswerIsAsTheDocumentSays() {
        Answer first = registers();
        Answer tokens = signsIn(first);
        readsAndChangesHerAccount(as(api, tokens));
        endsSessions(as(api, tokens), first);
        changesHerPasswordAndLeaves(as(api, tokens));
        Api root = setsUp();
        administersPeople(root);
        definesRoles(root);
        letsServicesIn(root);
        asksWhatHappened(root);
        operatorsAsk();
        somebodyTriesTooOften();

        assertThat(succeeded).containsExactlyInAnyOrderElementsOf(document.operations());
    }

    private Answer registers() {
        String form = example("POST", REGISTER, 0);
        Answer tokens = send(api, "POST", REGISTER, form).expect(201);
        send(api, "POST", REGISTER, form).expect(409);
        send(api, "POST", REGISTER, "{}").expect(422);
        send(api, "POST", REGISTER, "{\"email\":\"x\",\"password\":\"short\",\"username\":\"?\"}")
                .expect(422);
        send(api, "POST", REGISTER, "{\"role\":\"ADMIN\"}").expect(400);
        return tokens;
    }

    private Answer signsIn(Answer registered) {
        send(api, "POST", LOGIN, example("POST", LOGIN, 0)).expect(200);
        Answer tokens = send(api, "POST", LOGIN, example("POST", LOGIN, 1)).expect(200);
        send(api, "POST", LOGIN, "{\"username\":\"ada\",\"password\":\"Wrong-Horse-9\"}")
                .expect(401);
        send(api, "POST", LOGIN, "{\"password\":\"Correct-Horse-9\"}").expect(422);
        send(api, "POST", REFRESH, "{\"refresh_token\":\"" + registered.text("/refresh_token") + "\"}")
                .expect(200);
        send(api, "POST", REFRESH, "{\"refresh_token\":\"\"}").expect(401);
        send(api, "POST", REFRESH, "{}").expect(422);
        return tokens;
    }

    private void readsAndChangesHerAccount(Api me) {
        send(me, "GET", ME, "").expect(200);
        send(api, "GET", ME, "").expect(401);
        send(api.as("nonsense"), "GET", ME, "").expect(401);
        send(me, "PATCH", ME, example("PATCH", ME, 0)).expect(200);
        send(me, "PATCH", ME, example("PATCH", ME, 1)).expect(200);
        send(me, "PATCH", ME, "{\"display_name\":\"\"}").expect(422);
        register(newAddress(), "grace");
        send(me, "PATCH", ME, "{\"username\":\"Grace\"}").expect(409);
        send(me, "GET", ME + "/permissions", "").expect(200);
        send(api, "GET", ME + "/permissions", "").expect(200);
        send(api.as("nonsense"), "GET", ME + "/permissions", "").expect(401);
    }

    private void endsSessions(Api me, Answer other) {
        send(me, "GET", SESSIONS, "").expect(200);
        send(me, "DELETE", SESSIONS + "/" + other.text("/session_id"), "").expect(204);
        send(me, "DELETE", SESSIONS + "/" + other.text("/session_id"), "").expect(404);
        send(me, "POST", SESSIONS + "/revoke-others", "").expect(204);
        send(as(api, register(newAddress(), "linus")), "POST", "/api/v1/auth/logout", "")
                .expect(204);
        send(as(api, register(newAddress(), "margaret")), "POST", "/api/v1/auth/logout-all", "")
                .expect(204);
    }

    private void letsServicesIn(Api root) {
        Answer first = send(root, "POST", KEYS, example("POST", KEYS, 0)).expect(201);
        Answer second = send(root, "POST", KEYS, example("POST", KEYS, 1)).expect(201);
        String key = KEYS + "/" + first.text("/id");
        send(root, "POST", KEYS, "{\"name\":\"\",\"permissions\":[]}").expect(422);
        send(root, "POST", KEYS, "{\"name\":\"Import\",\"permissions\":\"all\"}")
                .expect(400);
        send(root, "GET", KEYS + "?limit=1", "").expect(200);
        send(root, "GET", KEYS + "?cursor=x", "").expect(400);
        send(root, "POST", key + "/rotate", example("POST", key + "/rotate", 0)).expect(200);
        send(root, "POST", key + "/rotate", "{\"overlap_seconds\":-1}").expect(422);
        Api service = api.withHeader("X-API-Key", second.text("/key"));
        send(service, "GET", KEYS, "").expect(403);
        send(service, "POST", key + "/rotate", "{}").expect(403);
        send(root, "DELETE", key, "").expect(204);
        send(root, "DELETE", key, "").expect(404);
        send(root, "POST", key + "/rotate", "{}").expect(404);
        send(api.withHeader("X-API-Key", first.text("/key")), "GET", KEYS, "").expect(401);
    }

    private void changesHerPasswordAndLeaves(Api me) {
        send(me, "POST", ME + "/password", example("POST", ME + "/password", 0)).expect(204);
        send(me, "POST", ME + "/password", example("POST", ME + "/password", 0)).expect(401);
        send(me, "DELETE", ME, "{\"password\":\"Wrong-Horse-9\"}").expect(401);
        send(me, "DELETE", ME, example("DELETE", ME, 0)).expect(204);
        send(me, "GET", ME, "").expect(401);
    }

    private Api setsUp() {
        String form = example("POST", SETUP, 0);
        send(api, "POST", SETUP, form).expect(422);
        String token = "\"token\":\"" + service.setUpToken().orElseThrow() + "\"";
        Answer root = send(api, "POST", SETUP, form.replaceFirst("\"token\":\"[^\"]*\"", token))
                .expect(201);
        send(api, "POST", SETUP, form).expect(409);
        return as(api, root);
    }

    private void administersPeople(Api root) {
        Answer created = send(root, "POST", USERS, example("POST", USERS, 0)).expect(201);
        send(root, "POST", USERS, example("POST", USERS, 0)).expect(409);
        send(root, "POST", USERS, "{}").expect(422);
        send(root, "GET", USERS + "?limit=1&include=total&role=MODERATOR&q=linus", "")
                .expect(200);
        send(root, "GET", USERS + "?limit=1", "").expect(200);
        send(root, "GET", USERS + "?limit=0", "").expect(422);
        send(root, "GET", USERS + "?cursor=x", "").expect(400);
        send(api, "GET", USERS, "").expect(401);
        String linus = USERS + "/" + created.text("/id");
        send(root, "GET", linus, "").expect(200);
        send(root, "GET", USERS + "/nobody", "").expect(404);
        send(root, "PATCH", linus, example("PATCH", linus, 0)).expect(200);
        send(root, "PATCH", linus, "{\"status\":\"deleted\"}").expect(422);
        send(root, "PATCH", linus + "/role", example("PATCH", linus + "/role", 0))
                .expect(200);
        send(root, "PATCH", linus + "/role", "{\"role\":\"NOBODY\"}").expect(422);
        send(root, "POST", linus + "/suspend", example("POST", linus + "/suspend", 0))
                .expect(200);
        send(root, "GET", USERS + "?status=suspended", "").expect(200);
        send(root, "POST", linus + "/suspend", "{\"until\":\"tomorrow\"}").expect(422);
        send(root, "POST", linus + "/suspend", "").expect(200);
        send(root, "POST", linus + "/activate", "").expect(200);
        send(root, "POST", linus + "/unlock", "").expect(200);
        send(root, "GET", linus + "/sessions", "").expect(200);
        send(root, "DELETE", linus + "/sessions", "").expect(204);
        removesPeople(root, linus);
    }

    private void removesPeople(Api root, String linus) {
        Api stale = root.withHeader("If-Match", "\"0\"");
        send(stale, "DELETE", linus, "").expect(412);
        send(root, "POST", linus + "/purge", "").expect(409);
        send(root, "DELETE", linus, "").expect(204);
        send(root, "GET", linus, "").expect(200);
        send(root, "POST", linus + "/suspend", "").expect(409);
        send(root, "POST", linus + "/restore", "").expect(200);
        send(root, "DELETE", linus, "").expect(204);
        send(root, "POST", linus + "/purge", "").expect(204);
        send(root, "POST", linus + "/restore", "").expect(404);
    }

    private void definesRoles(Api root) {
        String librarian = ROLES + "/LIBRARIAN";
        send(root, "POST", ROLES, example("POST", ROLES, 0)).expect(201);
        send(root, "POST", ROLES, example("POST", ROLES, 0)).expect(409);
        send(root, "POST", ROLES, "{\"name\":\"x\",\"tier\":\"x\",\"permissions\":[]}")
                .expect(422);
        send(root, "GET", ROLES, "").expect(200);
        send(api, "GET", ROLES, "").expect(401);
        send(root, "GET", librarian, "").expect(200);
        send(root, "PUT", librarian, example("PUT", librarian, 0)).expect(200);
        send(root.withHeader("If-Match", "\"0\""), "PUT", librarian, example("PUT", librarian, 0))
                .expect(412);
        send(root, "PUT", ROLES + "/USER", example("PUT", librarian, 0)).expect(409);
        send(root, "DELETE", librarian, "").expect(204);
        send(root, "DELETE", librarian, "").expect(404);
        send(as(api, register(newAddress(), "dorothy")), "DELETE", librarian, "")
                .expect(403);
    }

    private void asksWhatHappened(Api root) {
        send(root, "GET", EVENTS + "?limit=5", "").expect(200);
        send(root, "GET", EVENTS + "?type=role.defined", "").expect(200);
        send(root, "GET", EVENTS + "?type=nothing.happened", "").expect(422);
        send(root, "GET", EVENTS + "?cursor=x", "").expect(400);
        send(as(api, register(newAddress(), "mary")), "GET", EVENTS, "").expect(403);
        send(api, "GET", EVENTS, "").expect(401);
    }

    private void operatorsAsk() {
        for (String path : List.of("/.well-known/jwks.json", "/health", "/health/liveness", "/health/readiness")) {
            send(api, "GET", path, "").expect(200);
        }
        send(api, "GET", "/prometheus", "").expect(200);
        send(api.withHeader("Via", "1.1 proxy"), "GET", "/prometheus", "").expect(404);
    }

    private void somebodyTriesTooOften() {
        String guess = "{\"username\":\"grace\",\"password\":\"Wrong-Horse-9\"}";
        IntStream.range(0, 5).forEach(number -> send(api, "POST", LOGIN, guess));

        send(api, "POST", LOGIN, guess).expect(429);
    }

    @Test
    void everyWayToMalformABodyIsListed() {
        Stream<byte[]> bodies = Stream.of(
                        "{",
                        "[]",
                        "{\"email\":\"a\",\"email\":\"b\"}",
                        "{\"email\":5}",
                        "{} {}",
                        "{\"email\":\"\\ud800\"}",
                        "{\"email\":" + "[".repeat(40) + "]".repeat(40) + "}",
                        "{\"email\":1e400}",
                        "{\"email\":\"\u00ff\"}")
                .map(body -> body.getBytes(StandardCharsets.ISO_8859_1));

        Set<String> faults = bodies.map(body -> send(api, "POST", LOGIN, body).expect(400))
                .map(answer -> answer.text("/errors/0/code"))
                .collect(toSet());

        assertThat(document.words("JsonFault")).containsExactlyInAnyOrderElementsOf(faults);
    }

    @Test
    void aMemberThatTheDocumentForgetsIsNoticed() {
        ApiDocument forgetful =
                document.without(JsonPointer.compile("/components/schemas/Permissions/properties/tier"));
        Operation permissions = new Operation("GET", ME + "/permissions");
        Answer answer = api.get(permissions.path());

        assertThat(document.complaints(permissions, answer)).isEmpty();
        assertThat(forgetful.complaints(permissions, answer))
                .singleElement()
                .asString()
                .contains("tier");
    }

    @Test
    void aMemberThatTheServiceForgetsIsNoticed() {
        Operation me = new Operation("GET", ME);
        Operation register = new Operation("POST", REGISTER);
        Answer withoutMetadata = register(newAddress(), "barbara");

        assertThat(document.complaints(register, withoutMetadata)).isEmpty();
        assertThat(document.complaints(me, withoutMetadata)).isNotEmpty();
    }

    private Answer register(String email, String username) {
        return send(
                        api,
                        "POST",
                        REGISTER,
                        "{\"email\":\"%s\",\"password\":\"Correct-Horse-9\",\"username\":\"%s\"}"
                                .formatted(email, username))
                .expect(201);
    }

    private String example(String method, String path, int number) {
        return document.examples(document.operation(method, path)).get(number).toString();
    }

    private Answer send(Api as, String method, String path, String body) {
        return send(as, method, path, body.getBytes(StandardCharsets.UTF_8));
    }

    private Answer send(Api as, String method, String path, byte[] body) {
        Answer answer = as.send(method, path, body, JSON);
        Operation operation = document.operation(method, path.split("\\?", 2)[0]);
        assertThat(document.complaints(operation, answer))
                .as("%s answered %s %s", operation, answer.status(), answer.body())
                .isEmpty();
        if (answer.status() < 300) {
            succeeded.add(operation);
        }
        return answer;
    }
}
