package dev.sallyport.logging;

import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.QUICK;
import static dev.sallyport.testkit.journey.ServiceUnderTest.as;
import static dev.sallyport.testkit.journey.ServiceUnderTest.login;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newAddress;
import static dev.sallyport.testkit.journey.ServiceUnderTest.refresh;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.journey.StartedService;
import dev.sallyport.testkit.journey.Answer;
import dev.sallyport.testkit.journey.Api;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** All that our own loggers say, down to DEBUG, over a journey. */
final class LogSecrecyTest {

    private static final Logger OURS = (Logger) LoggerFactory.getLogger("dev.sallyport");

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private Level before = Level.ERROR;

    @BeforeEach
    void listen() {
        before = OURS.getEffectiveLevel();
        OURS.setLevel(Level.DEBUG);
        lines.start();
        OURS.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        OURS.detachAppender(lines);
        OURS.setLevel(before);
    }

    @Test
    void noSecretAndNoAddressIsEverLogged(@TempDir Path data) {
        String email = newAddress();
        List<String> secrets;
        try (StartedService service = start(data)) {
            Answer first = register(service.api(), email);
            Answer second = refresh(service.api(), first.text("/refresh_token")).expect(200);
            login(service.api(), email, "Wrong-Horse-9").expect(401);
            as(service.api(), second).get("/api/v1/users/me?token=" + second.text("/access_token"));
            service.api().get("/api/v1/" + second.text("/refresh_token")).expect(404);
            service.api().post("/api/v1/auth/login", Map.of("email", email, "password", PASSWORD, "x", PASSWORD));
            as(service.api(), second).post("/api/v1/auth/logout").expect(204);
            String setUpToken = service.setUpToken().orElseThrow();
            Answer root = service.api()
                    .post("/api/v1/setup", Map.of("token", setUpToken, "email", newAddress(), "password", PASSWORD))
                    .expect(201);
            String key = as(service.api(), root)
                    .post("/api/v1/api-keys", Map.of("name", "Import", "permissions", List.of("users:read")))
                    .expect(201)
                    .text("/key");
            Api importer = service.api().withHeader("X-API-Key", key);
            importer.get("/api/v1/users").expect(200);
            importer.get("/api/v1/roles").expect(403);
            service.api().as(key).get("/api/v1/users").expect(401);
            UserId id = UserId.parse(first.text("/user/id")).orElseThrow();
            String hash = service.service()
                    .context()
                    .getBean(UserStore.class)
                    .find(id)
                    .orElseThrow()
                    .credentials()
                    .passwordHash()
                    .value();
            secrets = List.of(
                    PASSWORD,
                    "Wrong-Horse-9",
                    email,
                    hash,
                    first.text("/access_token"),
                    first.text("/refresh_token"),
                    second.text("/access_token"),
                    second.text("/refresh_token"),
                    setUpToken,
                    key.substring(key.indexOf('_', 3)));
        }

        String log = log();

        assertThat(log).contains("/api/v1/auth/register", "/api/v1/users/me", "/api/v1/setup", "api-key/");
        assertThat(secrets).noneMatch(log::contains);
    }

    @Test
    void everyRequestHasOneLineThatSaysWhoAskedWhatAndHowItWent(@TempDir Path data) {
        String userId;
        try (StartedService service = start(data)) {
            Answer tokens = register(service.api());
            userId = tokens.text("/user/id");
            as(service.api(), tokens)
                    .get("/api/v1/users/me", Map.of("X-Request-Id", "my-request-1"))
                    .expect(200);
        }

        Map<String, Object> line = lines.list.stream()
                .filter(event -> event.getKeyValuePairs() != null)
                .map(LogSecrecyTest::pairs)
                .filter(pairs -> "my-request-1".equals(pairs.get("request_id")))
                .collect(Collectors.collectingAndThen(Collectors.toList(), all -> {
                    assertThat(all).hasSize(1);
                    return all.getFirst();
                }));

        assertThat(line)
                .containsEntry("method", "GET")
                .containsEntry("route", "/api/v1/users/me")
                .containsEntry("status", 200)
                .containsEntry("client", "127.0.0.1")
                .containsEntry("user", userId)
                .containsKey("duration_ms");
    }

    private static Map<String, Object> pairs(ILoggingEvent event) {
        return event.getKeyValuePairs().stream().collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
    }

    /** As JSON lines, so that whatever an event carries is in it. */
    private String log() {
        JsonEncoder encoder = new JsonEncoder();
        encoder.start();
        return lines.list.stream()
                .map(event -> new String(encoder.encode(event), StandardCharsets.UTF_8).replace("\\/", "/"))
                .collect(Collectors.joining());
    }

    private static StartedService start(Path data) {
        Map<String, String> settings = new HashMap<>(QUICK);
        settings.put("data", data.toString());
        return StartedService.with(settings);
    }
}
