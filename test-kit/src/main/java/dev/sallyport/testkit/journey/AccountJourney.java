package dev.sallyport.testkit.journey;

import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.as;
import static dev.sallyport.testkit.journey.ServiceUnderTest.login;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newAddress;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newUsername;
import static dev.sallyport.testkit.journey.ServiceUnderTest.refresh;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.testkit.Race;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** From registration to deletion. */
public interface AccountJourney extends ServiceUnderTest {

    @Test
    default void aPersonRegistersAndIsSignedIn() {
        String email = newAddress();

        Answer answer = api().post(
                        "/api/v1/auth/register",
                        Map.of("email", email, "password", PASSWORD, "display_name", "Ada Lovelace 👩‍💻"));

        answer.expect(201);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.text("/token_type")).isEqualTo("Bearer");
        assertThat(answer.json().at("/expires_in").asInt()).isEqualTo(900);
        assertThat(answer.json().at("/refresh_expires_in").asInt()).isEqualTo(604_800);
        assertThat(answer.text("/user/email")).isEqualTo(email);
        assertThat(answer.text("/user/display_name")).isEqualTo("Ada Lovelace 👩‍💻");
        assertThat(answer.json().at("/user/username").isNull()).isTrue();
        assertThat(answer.text("/user/role")).isEqualTo("USER");
        assertThat(answer.text("/user/status")).isEqualTo("active");
        assertThat(answer.json().at("/user/email_verified").asBoolean()).isFalse();
        assertThat(answer.text("/user/created_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        as(api(), answer).get("/api/v1/users/me").expect(200);
    }

    @Test
    default void aPersonSignsInByAddressOrUsernameInAnyCase() {
        String email = newAddress();
        String username = newUsername();
        api().post("/api/v1/auth/register", Map.of("email", email, "password", PASSWORD, "username", username))
                .expect(201);

        login(api(), email.toUpperCase(Locale.ROOT), PASSWORD).expect(200);
        api().post("/api/v1/auth/login", Map.of("username", username.toUpperCase(Locale.ROOT), "password", PASSWORD))
                .expect(200);
    }

    @Test
    default void anUnknownAddressAnswersAsAWrongPasswordDoes() {
        String email = newAddress();
        register(api(), email);

        Answer wrong = login(api(), email, "Wrong-Horse-9").expect(401, "auth.invalid_credentials");
        Answer unknown = login(api(), newAddress(), PASSWORD).expect(401, "auth.invalid_credentials");

        assertThat(wrong.header("WWW-Authenticate")).isNotEmpty().isEqualTo(unknown.header("WWW-Authenticate"));
        assertThat(wrong.text("/detail")).isEqualTo(unknown.text("/detail"));
        assertThat(wrong.json().size()).isEqualTo(unknown.json().size());
    }

    @Test
    default void ofManySimultaneousRegistrationsOfOneAddressOneSucceeds() {
        String local = "kate-" + newUsername();
        List<String> spellings = List.of(
                local + "@example.org",
                local.toUpperCase(Locale.ROOT) + "@EXAMPLE.org",
                local + "@Example.Org",
                local.replace('k', '\u212A') + "@example.org");

        List<Integer> statuses = Race.of(
                64,
                number -> api().post(
                                "/api/v1/auth/register",
                                Map.of("email", spellings.get(number % spellings.size()), "password", PASSWORD))
                        .status());

        Map<Integer, Long> counts = statuses.stream().collect(Collectors.groupingBy(s -> s, Collectors.counting()));
        assertThat(counts).containsEntry(201, 1L).containsOnlyKeys(201, 409, 422);
    }

    @Test
    default void passwordsThatDifferInTheLastOfAHundredCharactersAreDifferent() {
        String email = newAddress();
        String stem = "Aa1-" + "x".repeat(95);
        api().post("/api/v1/auth/register", Map.of("email", email, "password", stem + "y"))
                .expect(201);

        login(api(), email, stem + "z").expect(401, "auth.invalid_credentials");
        login(api(), email, stem + "y").expect(200);
    }

    @Test
    default void aComposedAndADecomposedPasswordAreTheSame() {
        String email = newAddress();
        api().post("/api/v1/auth/register", Map.of("email", email, "password", "Caf\u00e9-Lovelace-1"))
                .expect(201);

        login(api(), email, "Cafe\u0301-Lovelace-1").expect(200);
    }

    @Test
    default void aProfileIsPatchedMemberByMember() {
        Api me = as(api(), register(api()));
        String username = newUsername();
        me.patch("/api/v1/users/me", Map.of("username", username, "display_name", "Ada", "metadata", Map.of("a", 1)))
                .expect(200);

        Map<String, Object> forget = new java.util.HashMap<>();
        forget.put("display_name", null);
        Answer patched = me.patch("/api/v1/users/me", forget).expect(200);

        assertThat(patched.json().at("/display_name").isNull()).isTrue();
        assertThat(patched.text("/username")).isEqualTo(username);
        assertThat(patched.json().at("/metadata/a").asInt()).isEqualTo(1);
        assertThat(me.get("/api/v1/users/me").json()).isEqualTo(patched.json());
    }

    @Test
    default void aUsernameBelongsToOneAccount() {
        String username = newUsername();
        as(api(), register(api()))
                .patch("/api/v1/users/me", Map.of("username", username))
                .expect(200);

        as(api(), register(api()))
                .patch("/api/v1/users/me", Map.of("username", username.toUpperCase(Locale.ROOT)))
                .expect(409, "user.username_taken");
    }

    @Test
    default void nobodyRaisesThemselves() {
        Api me = as(api(), register(api()));

        for (String member : List.of("role", "status", "email_verified", "id", "tier", "permissions", "email")) {
            me.patch("/api/v1/users/me", Map.of(member, "ADMIN")).expect(400, "request.unknown_field");
        }
    }

    @Test
    default void aChangedPasswordEndsTheOtherSessionsAndSparesThisOne() {
        String email = newAddress();
        Answer other = register(api(), email);
        Answer mine = login(api(), email, PASSWORD).expect(200);

        as(api(), mine)
                .post(
                        "/api/v1/users/me/password",
                        Map.of("current_password", PASSWORD, "new_password", "Another-Horse-10"))
                .expect(204);

        as(api(), mine).get("/api/v1/users/me").expect(200);
        refresh(api(), mine.text("/refresh_token")).expect(200);
        as(api(), other).get("/api/v1/users/me").expect(401, "auth.token_invalid");
        refresh(api(), other.text("/refresh_token")).expect(401, "auth.refresh_invalid");
        login(api(), email, PASSWORD).expect(401, "auth.invalid_credentials");
        login(api(), email, "Another-Horse-10").expect(200);
    }

    @Test
    default void aPasswordChangeNeedsTheCurrentOne() {
        Api me = as(api(), register(api()));

        me.post(
                        "/api/v1/users/me/password",
                        Map.of("current_password", "Wrong-Horse-9", "new_password", "Another-Horse-10"))
                .expect(401, "auth.invalid_credentials");
        Answer weak = me.post(
                        "/api/v1/users/me/password", Map.of("current_password", PASSWORD, "new_password", "short"))
                .expect(422, "password.too_short");

        assertThat(weak.text("/errors/0/field")).isEqualTo("new_password");
    }

    @Test
    default void aDeletedAccountIsGoneForEverybody() {
        String email = newAddress();
        Answer tokens = register(api(), email);
        Api me = as(api(), tokens);
        me.delete("/api/v1/users/me", Map.of("password", "Wrong-Horse-9")).expect(401, "auth.invalid_credentials");

        me.delete("/api/v1/users/me", Map.of("password", PASSWORD)).expect(204);

        me.get("/api/v1/users/me").expect(401, "auth.token_invalid");
        refresh(api(), tokens.text("/refresh_token")).expect(401, "auth.refresh_invalid");
        login(api(), email, PASSWORD).expect(401, "auth.invalid_credentials");
    }

    @Test
    default void aGuestSeesWhatGuestsMayAndAUserWhatUsersMay() {
        Answer guest = api().get("/api/v1/users/me/permissions").expect(200);
        Answer user =
                as(api(), register(api())).get("/api/v1/users/me/permissions").expect(200);

        assertThat(guest.text("/role")).isEqualTo("GUEST");
        assertThat(user.text("/role")).isEqualTo("USER");
        assertThat(user.json().at("/permissions").size())
                .isGreaterThan(guest.json().at("/permissions").size());
        api().as("not-a-token").get("/api/v1/users/me/permissions").expect(401, "auth.token_invalid");
    }
}
