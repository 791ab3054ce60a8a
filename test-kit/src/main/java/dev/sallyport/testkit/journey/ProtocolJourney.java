package dev.sallyport.testkit.journey;

import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.as;
import static dev.sallyport.testkit.journey.ServiceUnderTest.login;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newAddress;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.sallyport.testkit.Race;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every client can rely on, whatever it asks. */
public interface ProtocolJourney extends ServiceUnderTest {

    @Test
    default void anybodyVerifiesAnAccessTokenFromThePublicKeys() throws ParseException, JOSEException {
        Answer tokens = register(api());
        Answer keys = api().get("/.well-known/jwks.json").expect(200);

        SignedJWT token = SignedJWT.parse(tokens.text("/access_token"));
        JWKSet set = JWKSet.parse(keys.body());

        var key = set.getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        assertThat(set.getKeys()).noneMatch(each -> each.isPrivate());
        assertThat(keys.header("Cache-Control")).contains("max-age");
        assertThat(token.getHeader().getType()).hasToString("at+jwt");
        assertThat(token.getJWTClaimsSet().getClaims())
                .containsOnlyKeys(
                        "iss",
                        "aud",
                        "sub",
                        "iat",
                        "nbf",
                        "exp",
                        "jti",
                        "sid",
                        "client_id",
                        "role",
                        "tier",
                        "permissions");
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(tokens.text("/user/id"));
        assertThat(token.getJWTClaimsSet().getClaim("sid")).isEqualTo(tokens.text("/session_id"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.sallyport.testkit.journey.ProtocolJourney#malformed")
    default void aMalformedBodyIsRefusedAndChangesNothing(String what, byte[] body, int status, String code) {
        Answer answer = api().send("POST", "/api/v1/auth/register", body, Map.of("Content-Type", "application/json"));

        answer.expect(status, code);
        login(api(), "nobody@example.org", PASSWORD).expect(401);
    }

    static Stream<Arguments> malformed() {
        String start = "{\"email\":\"nobody@example.org\",\"password\":\"" + PASSWORD + "\"";
        return Stream.of(
                text("no JSON", "email=nobody", 400, "request.malformed"),
                text("nothing", " ", 400, "request.malformed"),
                text("cut off", start, 400, "request.malformed"),
                text("an array", "[" + start + "}]", 400, "request.malformed"),
                text("null", "null", 400, "request.malformed"),
                text("an unknown member", start + ",\"role\":\"ADMIN\"}", 400, "request.unknown_field"),
                text("a member twice", start + ",\"email\":\"else@example.org\"}", 400, "request.malformed"),
                text("a wrong type", "{\"email\":5,\"password\":\"" + PASSWORD + "\"}", 400, "request.malformed"),
                text("text behind", start + "} {}", 400, "request.malformed"),
                text("garbage behind", start + "} x", 400, "request.malformed"),
                text("a comment", start + "/* */}", 400, "request.malformed"),
                text("half a character", start.replace("nobody", "\\ud800") + "}", 400, "request.malformed"),
                text("too deep", "{\"email\":" + "[".repeat(40) + "]".repeat(40) + "}", 400, "request.malformed"),
                Arguments.of(
                        "invalid UTF-8",
                        (start + "}").replace("nobody", "n\u00ffb").getBytes(StandardCharsets.ISO_8859_1),
                        400,
                        "request.malformed"),
                text("too large", start + ",\"username\":\"" + "x".repeat(70_000) + "\"}", 413, "request.too_large"),
                text("nothing required", "{}", 422, "request.invalid"),
                text("no password", "{\"email\":\"nobody@example.org\"}", 422, "field.required"),
                text("no address", start.replace("@", "") + "}", 422, "email.invalid"),
                text("a bad username", start + ",\"username\":\"a b\"}", 422, "username.invalid"),
                text("a bad display name", start + ",\"display_name\":\"\\u0007\"}", 422, "display_name.invalid"),
                text("a short password", start.replace(PASSWORD, "Aa1-") + "}", 422, "password.too_short"),
                text(
                        "a long password",
                        start.replace(PASSWORD, "Aa1-" + "x".repeat(125)) + "}",
                        422,
                        "password.too_long"),
                text("a weak password", start.replace(PASSWORD, "abcdefghij") + "}", 422, "password.too_weak"));
    }

    private static Arguments text(String what, String body, int status, String code) {
        return Arguments.of(what, body.getBytes(StandardCharsets.UTF_8), status, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain",
                "Content-Type: application/json; charset=iso-8859-1",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Type: ",
                "Content-Encoding: gzip",
                "Content-Encoding: snappy",
                "Content-Encoding: br"
            })
    default void aBodyThatIsNotSaidToBePlainJsonIsNotRead(String header) {
        byte[] body = "{\"email\":\"a@example.org\",\"password\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        headers.put(header.substring(0, header.indexOf(':')), header.substring(header.indexOf(':') + 2));

        Answer answer = api().send("POST", "/api/v1/auth/login", body, headers);

        answer.expect(415, "request.unsupported_media_type");
    }

    @Test
    default void metadataIsKeptAsItWasOrRefused() {
        Api me = as(api(), register(api()));

        Answer answer = me.send(
                "PATCH",
                "/api/v1/users/me",
                "{\"metadata\":{\"a\":1e400}}".getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Type", "application/json"));

        answer.expect(400, "request.malformed");
        assertThat(answer.text("/errors/0/code")).isEqualTo("json.number_out_of_range");
    }

    @Test
    default void whatIsNotThereIsAProblemToo() {
        api().get("/api/v1/nothing").expect(404, "request.not_found");
        api().send("PUT", "/api/v1/auth/login", new byte[0], Map.of()).expect(405, "request.method_not_allowed");
        api().send(
                        "POST",
                        "/api/v1/auth/login",
                        "a=b".getBytes(StandardCharsets.UTF_8),
                        Map.of("Content-Type", "text/plain"))
                .expect(415, "request.unsupported_media_type");
        api().get("/api/v1/users/me/permissions", Map.of("Accept", "image/png")).expect(406, "request.not_acceptable");
        api().get("/api/v1/users/me").expect(401, "auth.token_missing");
    }

    @Test
    default void everyAnswerCarriesItsIdAndTheHeadersThatMakeBrowsersCareful() {
        List<Answer> answers = List.of(
                api().get("/health"),
                api().get("/.well-known/jwks.json"),
                api().get("/api/v1/users/me"),
                api().get("/nothing"),
                api().post("/api/v1/auth/login", Map.of("bad", "member")),
                register(api()));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.header("X-Request-Id")).isNotEmpty();
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(answer.header("Server")).isEmpty();
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        });
    }

    @Test
    default void aRequestIdIsTakenOverOnlyIfItIsHarmless() {
        assertThat(requestIdFor("abcd-1234.EFGH_5678")).isEqualTo("abcd-1234.EFGH_5678");

        for (String bad : List.of("short", "has space", "quote\"quote", "x".repeat(65), "umlaut-\u00e4\u00e4\u00e4")) {
            assertThat(requestIdFor(bad)).isNotEqualTo(bad).hasSizeBetween(8, 64);
        }
    }

    private String requestIdFor(String offered) {
        Answer answer = api().get("/api/v1/users/me", Map.of("X-Request-Id", offered));
        assertThat(answer.text("/request_id")).isEqualTo(answer.header("X-Request-Id"));
        return answer.header("X-Request-Id");
    }

    @Test
    default void healthMetricsAndDocumentationAnswer() {
        assertThat(api().get("/health/liveness").expect(200).body()).isEqualTo("{\"status\":\"UP\"}");
        for (String path : List.of("/health", "/health/readiness")) {
            Answer answer = api().get(path).expect(200);
            assertThat(answer.text("/status")).isEqualTo("UP");
            assertThat(answer.text("/details/accounts/status")).isEqualTo("UP");
        }
        assertThat(api().get("/prometheus").expect(200).body())
                .contains("auth_login_success_total", "auth_login_failure_total", "auth_token_refresh_total")
                .contains("auth_operation_duration_seconds");
        assertThat(api().get("/openapi.yml").expect(200).body()).startsWith("openapi: 3.1");
        assertThat(api().get("/swagger-ui/").expect(200).body()).contains("Sallyport");
    }

    @Test
    default void metricsAreNotForWhoComesThroughAProxy() {
        api().get("/prometheus", Map.of("X-Forwarded-For", "203.0.113.9")).expect(404);
        api().get("/prometheus/", Map.of("X-Forwarded-For", "203.0.113.9")).expect(404);

        try (RunningService service = quickWith(Map.of("metrics.token", "an-operators-token"))) {
            service.api().get("/prometheus").expect(404);
            service.api().as("an-operators-token").get("/prometheus").expect(200);
        }
    }

    @Test
    default void failedSignInsAreThrottledAndSuccessfulOnesAreNot() {
        Map<String, String> limits = Map.of("throttle.enabled", "true", "throttle.registration.attempts", "1000");
        try (RunningService service = quickWith(limits)) {
            String email = newAddress();
            register(service.api(), email);
            Race.of(8, number -> login(service.api(), email, PASSWORD).expect(200));

            List<Integer> statuses = Race.of(
                    20, number -> login(service.api(), email, "Wrong-Horse-9").status());

            assertThat(statuses).filteredOn(status -> status == 401).hasSize(5);
            assertThat(statuses).filteredOn(status -> status == 429).hasSize(15);
            Answer refused = login(service.api(), email, PASSWORD).expect(429, "throttle.exceeded");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 900);
            assertThat(refused.header("RateLimit-Policy")).contains("q=5;w=900");
            assertThat(refused.header("RateLimit")).contains("r=0");
            login(service.api().withHeader("X-Forwarded-For", "203.0.113.9"), email, PASSWORD)
                    .expect(429);
        }
    }

    @Test
    default void registrationsAreThrottled() {
        try (RunningService service = quickWith(Map.of(
                "throttle.enabled", "true", "throttle.registration.window", "2h", "throttle.sign-in.window", "2h"))) {
            List<Integer> statuses = Race.of(
                    6,
                    number -> service.api()
                            .post("/api/v1/auth/register", Map.of("email", newAddress(), "password", PASSWORD))
                            .status());

            assertThat(statuses).filteredOn(status -> status == 201).hasSizeLessThanOrEqualTo(3);
            assertThat(statuses).filteredOn(status -> status == 429).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    default void browsersMayCallFromConfiguredOriginsOnly() {
        try (RunningService service = quickWith(Map.of("cors.origins", "https://app.example.org"))) {
            Answer allowed = service.api().get("/health", Map.of("Origin", "https://app.example.org"));
            Answer other = service.api().get("/health", Map.of("Origin", "https://evil.example.org"));

            assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.org");
            assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @Test
    default void signingInAsSomebodyElseNeedsTheirToken() {
        Answer ada = register(api());
        Answer grace = register(api());

        assertThat(as(api(), ada).get("/api/v1/users/me").text("/id")).isEqualTo(ada.text("/user/id"));
        assertThat(as(api(), grace).get("/api/v1/users/me").text("/id")).isEqualTo(grace.text("/user/id"));
    }
}
