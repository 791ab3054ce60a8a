package dev.sallyport.testkit.journey;

import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.account;
import static dev.sallyport.testkit.journey.ServiceUnderTest.as;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newAddress;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newUsername;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static dev.sallyport.testkit.journey.ServiceUnderTest.rootOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.testkit.Race;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Services that are let in by a key. */
public interface ApiKeyJourney extends ServiceUnderTest {

    String KEYS = "/api/v1/api-keys";
    String PEOPLE = "/api/v1/users?limit=1";

    /** What {@link #PEOPLE} needs. */
    Map<String, ?> READER = Map.of("name", "Nightly import", "permissions", List.of("users:read"));

    @Test
    default void aKeyWorksWhereATokenDoesAndDoesWhatItWasGiven() {
        Answer key = root().post(KEYS, READER).expect(201);
        Api service = with(key);

        service.get(PEOPLE).expect(200);
        assertThat(service.get("/api/v1/users/me/permissions")
                        .expect(200)
                        .json()
                        .at("/permissions"))
                .singleElement()
                .extracting(permission -> permission.asText())
                .isEqualTo("users:read");
        service.get("/api/v1/roles").expect(403, "access.forbidden");
        service.get("/api/v1/users/me").expect(403, "access.forbidden");
        service.post(KEYS, READER).expect(403, "access.forbidden");
    }

    @Test
    default void aSecretIsShownOnce() {
        Api root = root();
        Answer key = root.post(KEYS, READER).expect(201);
        with(key).get(PEOPLE).expect(200);

        Answer listed = root.get(KEYS + "?limit=1").expect(200);

        assertThat(key.text("/key")).matches("sp_[0-9A-Za-z]{22}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}");
        assertThat(listed.text("/items/0/id")).isEqualTo(key.text("/id"));
        assertThat(listed.text("/items/0/name")).isEqualTo("Nightly import");
        assertThat(listed.text("/items/0/last_used_at")).isGreaterThanOrEqualTo(key.text("/created_at"));
        assertThat(listed.json().at("/items/0").has("key")).isFalse();
        assertThat(listed.body()).doesNotContain(key.text("/key").substring(26));
    }

    @Test
    default void keysAreListedNewestFirstPageByPage() {
        Api root = root();
        List<String> made = IntStream.range(0, 3)
                .mapToObj(number -> root.post(KEYS, READER).expect(201).text("/id"))
                .toList();

        List<String> listed = new ArrayList<>();
        String cursor = "";
        while (listed.size() < made.size()) {
            Answer page = root.get(KEYS + "?limit=1" + cursor).expect(200);
            listed.add(page.text("/items/0/id"));
            cursor = "&cursor=" + page.text("/next_cursor");
        }

        assertThat(listed).containsExactlyElementsOf(made.reversed());
        root.get(KEYS + "?cursor=nonsense").expect(400, "request.invalid_cursor");
        root.get(KEYS + "?limit=0").expect(422, "request.invalid");
        root.get(KEYS + "?name=import").expect(400, "request.unknown_field");
    }

    @Test
    default void aKeyIsGivenNoMoreThanItsCreatorHas() {
        Api admin = as(api(), registerWith("ADMIN"));
        Map<String, ?> tooMuch = Map.of("name", "Import", "permissions", List.of("users:read", "roles:manage"));

        Answer refused = admin.post(KEYS, tooMuch).expect(403, "access.forbidden");

        assertThat(refused.text("/errors/0/field")).isEqualTo("permissions");
        Answer delegate = admin.post(KEYS, Map.of("name", "Delegate", "permissions", List.of("api_keys:manage")))
                .expect(201);
        with(delegate).post(KEYS, READER).expect(403, "access.forbidden");
        as(api(), registerWith("MODERATOR")).post(KEYS, READER).expect(403, "access.forbidden");
        as(api(), registerWith("MODERATOR")).get(KEYS).expect(403, "access.forbidden");
    }

    @Test
    default void aKeyDoesNoMoreThanItsCreatorMayNow() {
        Answer creator = registerWith("ADMIN");
        Answer own = as(api(), creator).post(KEYS, READER).expect(201);
        Answer standing = as(api(), creator).post(KEYS, standing()).expect(201);
        with(own).get(PEOPLE).expect(200);

        root().patch(account(creator) + "/role", Map.of("role", "USER")).expect(200);

        with(own).get(PEOPLE).expect(403, "access.forbidden");
        with(standing).get(PEOPLE).expect(200);
    }

    @Test
    default void aKeyDiesWithItsCreatorsSuspensionUnlessItIsAServiceAccount() {
        Answer creator = registerWith("ADMIN");
        Answer own = as(api(), creator).post(KEYS, READER).expect(201);
        Answer standing = as(api(), creator).post(KEYS, standing()).expect(201);

        root().post(account(creator) + "/suspend", Map.of("reason", "Overdue books"))
                .expect(200);

        with(own).get(PEOPLE).expect(401, "auth.token_invalid");
        with(own).get("/api/v1/users/me/permissions").expect(401, "auth.token_invalid");
        with(standing).get(PEOPLE).expect(200);
        root().post(account(creator) + "/activate").expect(200);
        with(own).get(PEOPLE).expect(200);
        root().delete(account(creator)).expect(204);
        with(own).get(PEOPLE).expect(401, "auth.token_invalid");
        with(standing).get(PEOPLE).expect(200);
    }

    @Test
    default void aKeyIsRotatedWithoutAGap() {
        Api root = root();
        Answer old = root.post(KEYS, READER).expect(201);
        String rotation = KEYS + "/" + old.text("/id") + "/rotate";

        List<Answer> meanwhile = Race.of(
                8,
                number -> number == 0
                        ? root.post(rotation, Map.of("overlap_seconds", 60))
                        : with(old).get(PEOPLE));

        assertThat(meanwhile).allSatisfy(answer -> answer.expect(200));
        Answer rotated = meanwhile.getFirst();
        assertThat(rotated.text("/id")).isEqualTo(old.text("/id"));
        assertThat(Instant.parse(rotated.text("/previous_expires_at"))).isAfter(Instant.parse(old.text("/created_at")));
        with(old).get(PEOPLE).expect(200);
        with(rotated).get(PEOPLE).expect(200);

        Answer last = root.post(rotation, Map.of("overlap_seconds", 0)).expect(200);

        with(old).get(PEOPLE).expect(401, "auth.token_invalid");
        with(rotated).get(PEOPLE).expect(401, "auth.token_invalid");
        with(last).get(PEOPLE).expect(200);
    }

    @Test
    default void whoeverLostTheAnswerToARotationAsksAgain() {
        Api root = root();
        Answer inUse = root.post(KEYS, READER).expect(201);
        String rotation = KEYS + "/" + inUse.text("/id") + "/rotate";
        Answer lost = root.post(rotation, Map.of("overlap_seconds", 600)).expect(200);

        Answer again = root.post(rotation, Map.of("overlap_seconds", 600)).expect(200);

        assertThat(again.text("/previous_expires_at")).isEqualTo(lost.text("/previous_expires_at"));
        with(inUse).get(PEOPLE).expect(200);
        with(again).get(PEOPLE).expect(200);
        with(lost).get(PEOPLE).expect(401, "auth.token_invalid");
    }

    @Test
    default void anOverlapIsAnHourUnlessSaidOtherwise() {
        Api root = root();
        Answer key = root.post(KEYS, READER).expect(201);
        String rotation = KEYS + "/" + key.text("/id") + "/rotate";

        Answer rotated = root.post(rotation, Map.of()).expect(200);

        assertThat(Instant.parse(rotated.text("/previous_expires_at")))
                .isAfterOrEqualTo(Instant.parse(key.text("/created_at")).plusSeconds(3600));
        for (Object overlap : List.of(-1, 604_801, Long.MAX_VALUE)) {
            Answer refused =
                    root.post(rotation, Map.of("overlap_seconds", overlap)).expect(422, "request.invalid");
            assertThat(refused.text("/errors/0/field")).isEqualTo("overlap_seconds");
        }
        root.post(rotation, Map.of("overlap_seconds", 1.5)).expect(400, "request.malformed");
        with(rotated).get(PEOPLE).expect(200);
    }

    @Test
    default void ofManyRotationsAtOnceTheLastIsGoodAndSoIsTheSecretInUse() {
        Api root = root();
        Answer key = root.post(KEYS, READER).expect(201);

        List<Answer> rotations = Race.of(8, number -> root.post(KEYS + "/" + key.text("/id") + "/rotate", Map.of()));

        assertThat(rotations).allSatisfy(answer -> answer.expect(200));
        assertThat(rotations)
                .filteredOn(answer -> with(answer).get(PEOPLE).status() == 200)
                .hasSize(1);
        with(key).get(PEOPLE).expect(200);
    }

    @Test
    default void aKeyHandsOnNothingThatItDoesNotHold() {
        Api service = with(root().post(
                        KEYS,
                        Map.of(
                                "name",
                                "Personnel",
                                "permissions",
                                List.of("users:create", "roles:assign", "roles:manage", "api_keys:manage")))
                .expect(201));
        Answer more = root().post(KEYS, and("service_account", true)).expect(201);
        String ada = account(register(api()));
        String role = newUsername().toUpperCase(Locale.ROOT);

        service.patch(ada + "/role", Map.of("role", "SUPER_ADMIN")).expect(403, "access.forbidden");
        service.post("/api/v1/users", Map.of("email", newAddress(), "password", PASSWORD, "role", "ADMIN"))
                .expect(403, "access.forbidden");
        service.post("/api/v1/roles", Map.of("name", role, "tier", "MODERATOR", "permissions", List.of("users:read")))
                .expect(403, "access.forbidden");
        service.post(KEYS + "/" + more.text("/id") + "/rotate", Map.of()).expect(403, "access.forbidden");
        service.delete(KEYS + "/" + more.text("/id")).expect(403, "access.forbidden");
        with(more).get(PEOPLE).expect(200);
    }

    @Test
    default void aRevokedKeyIsRefusedAtOnce() {
        Api root = root();
        Answer key = root.post(KEYS, READER).expect(201);
        with(key).get(PEOPLE).expect(200);

        root.delete(KEYS + "/" + key.text("/id")).expect(204);

        with(key).get(PEOPLE).expect(401, "auth.token_invalid");
        root.delete(KEYS + "/" + key.text("/id")).expect(404, "api_key.not_found");
        root.post(KEYS + "/" + key.text("/id") + "/rotate", Map.of()).expect(404, "api_key.not_found");
    }

    @Test
    default void nobodyActsOnKeysOfTheirOwnTierOrAboveButTheirOwn() {
        Answer roots = root().post(KEYS, READER).expect(201);
        Answer peers = as(api(), registerWith("ADMIN")).post(KEYS, READER).expect(201);
        Api admin = as(api(), registerWith("ADMIN"));
        Answer own = admin.post(KEYS, READER).expect(201);

        for (Answer others : List.of(roots, peers)) {
            String key = KEYS + "/" + others.text("/id");
            admin.delete(key).expect(403, "access.tier_too_low");
            admin.post(key + "/rotate", Map.of()).expect(403, "access.tier_too_low");
            with(others).get(PEOPLE).expect(200);
        }
        admin.delete(KEYS + "/" + own.text("/id")).expect(204);
        root().delete(KEYS + "/" + peers.text("/id")).expect(204);
        for (String nobodys : List.of("none", own.text("/created_by"))) {
            admin.delete(KEYS + "/" + nobodys).expect(404, "api_key.not_found");
        }
    }

    @Test
    default void aKeyThatIsNoneLetsNobodyIn() {
        Answer tokens = registerWith("MODERATOR");
        String key = root().post(KEYS, READER).expect(201).text("/key");
        String other = root().post(KEYS, READER).expect(201).text("/key");
        String mixed = key.substring(0, 26) + other.substring(26);

        for (String none : List.of("nonsense", "", key + "0", key.toLowerCase(Locale.ROOT), mixed)) {
            Answer refused = with(none).get(PEOPLE).expect(401, "auth.token_invalid");
            assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(refused.body()).doesNotContain(key.substring(26));
        }
        api().as(key).get(PEOPLE).expect(401, "auth.token_invalid");
        with(tokens.text("/access_token")).get(PEOPLE).expect(401, "auth.token_invalid");
        as(api(), tokens).withHeader("X-API-Key", key).get(PEOPLE).expect(400, "request.malformed");
        with("nonsense").get("/api/v1/users/me/permissions").expect(401, "auth.token_invalid");
        with("nonsense").get("/health").expect(200);
    }

    @Test
    default void whatConcernsAPersonsSessionIsNotForKeys() {
        Api service = with(root().post(
                        KEYS,
                        Map.of(
                                "name",
                                "Everything",
                                "permissions",
                                List.of("users:delete_self", "sessions:manage_self")))
                .expect(201));
        Map<String, String> passwords = Map.of("current_password", PASSWORD, "new_password", "Another-Horse-10");

        service.post("/api/v1/auth/logout").expect(401, "auth.token_invalid");
        service.post("/api/v1/auth/logout-all").expect(403, "access.forbidden");
        service.post("/api/v1/users/me/sessions/revoke-others").expect(403, "access.forbidden");
        service.post("/api/v1/users/me/password", passwords).expect(403, "access.forbidden");
        service.delete("/api/v1/users/me", Map.of("password", PASSWORD)).expect(403, "access.forbidden");
    }

    @Test
    default void aKeyMakesNoneThatOutlivesIt() {
        Map<String, ?> forEver = Map.of("name", "Delegate", "permissions", List.of("api_keys:manage"));
        Map<String, Object> forAWhile = new HashMap<>(forEver);
        forAWhile.put("expires_at", "2099-01-01T00:00:00Z");
        Api service = with(root().post(KEYS, forAWhile).expect(201));

        assertInvalid(service, forEver, "expires_at");
        service.post(KEYS, forAWhile).expect(201);
    }

    @Test
    default void aKeyThatMakesNoSenseIsRefused() {
        Api root = root();

        assertInvalid(root, and("name", " "), "name");
        assertInvalid(root, and("name", "x".repeat(101)), "name");
        assertInvalid(root, and("permissions", List.of("everything")), "permissions");
        assertInvalid(root, and("expires_at", "tomorrow"), "expires_at");
        assertInvalid(root, and("expires_at", "2020-01-01T00:00:00Z"), "expires_at");
        root.post(KEYS, and("permissions", "users:read")).expect(400, "request.malformed");
        root.post(KEYS, and("service_account", "true")).expect(400, "request.malformed");
        root.post(KEYS, and("tier", "SUPER_ADMIN")).expect(400, "request.unknown_field");
        root.post(KEYS, Map.of("name", "Import")).expect(422, "field.required");
    }

    @Test
    default void aKeyHasALimitOfItsOwn() {
        try (RunningService strict = administeredWith(Map.of(
                "throttle.enabled", "true",
                "throttle.api-key.attempts", "3",
                "throttle.registration.attempts", "1000"))) {
            Api root = rootOf(strict.api());
            Api eager = strict.api()
                    .withHeader("X-API-Key", root.post(KEYS, READER).expect(201).text("/key"));
            Api patient = strict.api()
                    .withHeader("X-API-Key", root.post(KEYS, READER).expect(201).text("/key"));

            IntStream.range(0, 3).forEach(number -> eager.get(PEOPLE).expect(200));

            Answer refused = eager.get(PEOPLE).expect(429, "throttle.exceeded");
            assertThat(refused.header("Retry-After")).matches("[1-9][0-9]?");
            assertThat(refused.header("RateLimit-Policy")).contains("q=3;w=60");
            eager.get("/api/v1/users/me/permissions").expect(429, "throttle.exceeded");
            patient.get(PEOPLE).expect(200);
            root.get(PEOPLE).expect(200);
        }
    }

    private Api with(Answer key) {
        return with(key.text("/key"));
    }

    private Api with(String key) {
        return api().withHeader("X-API-Key", key);
    }

    private static Map<String, ?> standing() {
        return and("service_account", true);
    }

    private static Map<String, ?> and(String name, Object value) {
        Map<String, Object> all = new HashMap<>(READER);
        all.put(name, value);
        return all;
    }

    private static void assertInvalid(Api root, Map<String, ?> key, String field) {
        Answer refused = root.post(KEYS, key).expect(422, "request.invalid");
        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
    }
}
