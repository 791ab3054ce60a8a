package dev.sallyport.testkit.journey;

import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.account;
import static dev.sallyport.testkit.journey.ServiceUnderTest.as;
import static dev.sallyport.testkit.journey.ServiceUnderTest.login;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newAddress;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newUsername;
import static dev.sallyport.testkit.journey.ServiceUnderTest.refresh;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What administrators do to people's accounts. */
public interface PeopleJourney extends ServiceUnderTest {

    @Test
    default void anAdministratorOpensAnAccountForSomebody() {
        String email = newAddress();
        Map<String, ?> form = Map.of(
                "email",
                email,
                "password",
                PASSWORD,
                "display_name",
                "Grace",
                "role",
                "MODERATOR",
                "email_verified",
                true);

        Answer created = root().post("/api/v1/users", form).expect(201);

        assertThat(created.text("/role")).isEqualTo("MODERATOR");
        assertThat(created.json().at("/email_verified").asBoolean()).isTrue();
        assertThat(created.header("Location")).isEqualTo("/api/v1/users/" + created.text("/id"));
        assertThat(created.json().has("access_token")).isFalse();
        Answer read = root().get(created.header("Location")).expect(200);
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.header("ETag")).isEqualTo(created.header("ETag"));
        Api grace = as(api(), login(api(), email, PASSWORD).expect(200));
        grace.get("/api/v1/users").expect(200);
        root().post("/api/v1/users", form).expect(409, "user.email_taken");
    }

    @Test
    default void aNewAccountIsAnUnverifiedUsersUnlessSaidOtherwise() {
        Answer created = root().post("/api/v1/users", Map.of("email", newAddress(), "password", PASSWORD))
                .expect(201);

        assertThat(created.text("/role")).isEqualTo("USER");
        assertThat(created.json().at("/email_verified").asBoolean()).isFalse();
        assertThat(created.json().at("/suspension").isNull()).isTrue();
        assertThat(created.json().at("/deleted_at").isNull()).isTrue();
    }

    @Test
    default void nothingIsWrittenThatOnlyTheServiceDecides() {
        Api root = root();
        String account = account(register(api()));
        Answer before = root.get(account).expect(200);

        for (String member : List.of("id", "tier", "permissions", "status", "created_at", "suspension")) {
            Map<String, ?> form = Map.of("email", newAddress(), "password", PASSWORD, member, "active");
            root.post("/api/v1/users", form).expect(400, "request.unknown_field");
        }
        for (String member : List.of("id", "tier", "permissions", "role", "email", "email_verified", "deleted_at")) {
            root.patch(account, Map.of(member, "x")).expect(400, "request.unknown_field");
        }

        assertThat(root.get(account).json()).isEqualTo(before.json());
    }

    @Test
    default void aSuspendedPersonIsRefusedWithTheNextRequestUntilLetInAgain() {
        Answer tokens = register(api());
        String email = tokens.text("/user/email");
        Api root = root();
        as(api(), tokens).get("/api/v1/users/me").expect(200);

        Answer suspended = root.post(
                        account(tokens) + "/suspend",
                        Map.of("reason", "Overdue books", "until", "2099-01-01T01:00:00+01:00"))
                .expect(200);

        assertThat(suspended.text("/status")).isEqualTo("suspended");
        assertThat(suspended.text("/suspension/reason")).isEqualTo("Overdue books");
        assertThat(suspended.text("/suspension/until")).isEqualTo("2099-01-01T00:00:00.000Z");
        as(api(), tokens).get("/api/v1/users/me").expect(401, "auth.token_invalid");
        refresh(api(), tokens.text("/refresh_token")).expect(401, "auth.refresh_invalid");
        login(api(), email, PASSWORD).expect(403, "account.suspended");

        Answer activated = root.post(account(tokens) + "/activate").expect(200);

        assertThat(activated.text("/status")).isEqualTo("active");
        assertThat(activated.json().at("/suspension").isNull()).isTrue();
        as(api(), tokens).get("/api/v1/users/me").expect(401, "auth.token_invalid");
        login(api(), email, PASSWORD).expect(200);
    }

    @Test
    default void aSuspensionNeedsNeitherReasonNorEnd() {
        Api root = root();
        String account = account(register(api()));

        assertThat(root.post(account + "/suspend")
                        .expect(200)
                        .json()
                        .at("/suspension/until")
                        .isNull())
                .isTrue();
        root.post(account + "/suspend", Map.of()).expect(200);
        root.post(account + "/activate").expect(200);
        assertThat(root.patch(account, Map.of("status", "suspended"))
                        .expect(200)
                        .text("/status"))
                .isEqualTo("suspended");
        assertThat(root.patch(account, Map.of("status", "active")).expect(200).text("/status"))
                .isEqualTo("active");
    }

    @Test
    default void aSuspensionThatMakesNoSenseIsRefusedAndChangesNothing() {
        Api root = root();
        String account = account(register(api()));
        String before = root.get(account).header("ETag");

        assertRefused(root.post(account + "/suspend", Map.of("reason", "x".repeat(201))), "reason");
        assertRefused(root.post(account + "/suspend", Map.of("reason", "two\nlines")), "reason");
        assertRefused(root.post(account + "/suspend", Map.of("until", "tomorrow")), "until");
        assertRefused(
                root.post(
                        account + "/suspend",
                        Map.of("until", Instant.now().minusSeconds(1).toString())),
                "until");
        assertRefused(root.patch(account, Map.of("status", "deleted")), "status");
        root.post(account + "/suspend", Map.of("until", 5)).expect(400, "request.malformed");

        assertThat(root.get(account).header("ETag")).isEqualTo(before);
    }

    @Test
    default void aDeletedPersonIsGoneAndCanBeBroughtBack() {
        Answer tokens = register(api());
        String email = tokens.text("/user/email");
        Api root = root();

        root.delete(account(tokens)).expect(204);

        as(api(), tokens).get("/api/v1/users/me").expect(401, "auth.token_invalid");
        login(api(), email, PASSWORD).expect(401, "auth.invalid_credentials");
        api().post("/api/v1/auth/register", Map.of("email", email, "password", PASSWORD))
                .expect(409, "user.email_taken");
        Answer deleted = root.get(account(tokens)).expect(200);
        assertThat(deleted.text("/status")).isEqualTo("deleted");
        assertThat(deleted.json().at("/deleted_at").isTextual()).isTrue();
        root.patch(account(tokens), Map.of("display_name", "Ada")).expect(409, "user.deleted");
        root.delete(account(tokens)).expect(204);

        Answer restored = root.post(account(tokens) + "/restore").expect(200);

        assertThat(restored.text("/status")).isEqualTo("active");
        as(api(), tokens).get("/api/v1/users/me").expect(401, "auth.token_invalid");
        login(api(), email, PASSWORD).expect(200);
    }

    @Test
    default void whatIsPurgedIsGoneForGoodAndItsAddressFree() {
        Answer tokens = register(api());
        Api root = root();

        root.post(account(tokens) + "/purge").expect(409, "user.not_deleted");
        root.delete(account(tokens)).expect(204);
        root.post(account(tokens) + "/purge").expect(204);

        root.get(account(tokens)).expect(404, "user.not_found");
        root.post(account(tokens) + "/restore").expect(404, "user.not_found");
        Answer again = register(api(), tokens.text("/user/email"));
        assertThat(again.text("/user/id")).isNotEqualTo(tokens.text("/user/id"));
    }

    @Test
    default void whoeverIsSuspendedStaysSoThroughADeletion() {
        Api root = root();
        String account = account(register(api()));
        root.post(account + "/suspend", Map.of("reason", "Overdue books")).expect(200);

        root.delete(account).expect(204);
        Answer restored = root.post(account + "/restore").expect(200);

        assertThat(restored.text("/status")).isEqualTo("suspended");
        assertThat(restored.text("/suspension/reason")).isEqualTo("Overdue books");
    }

    @Test
    default void aChangeOfWhatSomebodyElseChangedMeanwhileIsRefused() {
        Answer tokens = register(api());
        String account = account(tokens);
        Api root = root();
        String seen = root.get(account).expect(200).header("ETag");

        login(api(), tokens.text("/user/email"), PASSWORD).expect(200);
        Answer changed = root.withHeader("If-Match", seen)
                .patch(account, Map.of("display_name", "Ada"))
                .expect(200);

        assertThat(changed.header("ETag"))
                .isNotEqualTo(seen)
                .isEqualTo(root.get(account).header("ETag"));
        Api late = root.withHeader("If-Match", seen);
        for (AccountCall change : AccountCall.CHANGES) {
            if (!change.path().equals("/sessions")) {
                change.on(account, late).expect(412, "request.precondition_failed");
            }
        }
        assertThat(root.get(account).json()).isEqualTo(changed.json());
        Stream.of("*", changed.header("ETag"), "\"x\", " + changed.header("ETag"))
                .forEach(tag -> root.withHeader("If-Match", tag)
                        .post(account + "/unlock")
                        .expect(200));
        root.withHeader("If-Match", "W/" + changed.header("ETag"))
                .post(account + "/unlock")
                .expect(412, "request.precondition_failed");
        root.withHeader("If-Match", "5").post(account + "/unlock").expect(400, "request.malformed");
    }

    @Test
    default void anUnknownIdAndWhatIsNoIdAnswerAlike() {
        Api root = root();
        String unknown = "/api/v1/users/" + UUID.randomUUID();

        Stream.concat(AccountCall.CHANGES.stream(), AccountCall.READS.stream()).forEach(call -> {
            Answer first = call.on(unknown, root).expect(404, "user.not_found");
            Answer second = call.on("/api/v1/users/not-an-id", root).expect(404, "user.not_found");
            assertThat(second.text("/detail")).isEqualTo(first.text("/detail"));
        });
    }

    @Test
    default void whoeverMayNotAskLearnsNothingAboutIds() {
        Api user = as(api(), register(api()));
        String somebody = account(register(api()));

        for (String account : List.of(somebody, "/api/v1/users/" + UUID.randomUUID(), "/api/v1/users/not-an-id")) {
            Stream.concat(AccountCall.CHANGES.stream(), AccountCall.READS.stream())
                    .forEach(call -> {
                        call.on(account, user).expect(403, "access.forbidden");
                        call.on(account, api()).expect(401, "auth.token_missing");
                    });
        }
        user.get("/api/v1/users").expect(403, "access.forbidden");
        user.post("/api/v1/users", Map.of("email", newAddress(), "password", PASSWORD))
                .expect(403, "access.forbidden");
    }

    @Test
    default void somebodysSessionsAreListedAndEnded() {
        Answer first = register(api());
        Answer second = login(api(), first.text("/user/email"), PASSWORD).expect(200);
        Api root = root();

        Answer list = root.get(account(first) + "/sessions").expect(200);

        assertThat(list.json().at("/items").findValuesAsText("id"))
                .containsExactly(second.text("/session_id"), first.text("/session_id"));
        assertThat(list.json().at("/items").findValuesAsText("current")).containsOnly("false");

        root.delete(account(first) + "/sessions").expect(204);

        Stream.of(first, second)
                .forEach(tokens -> as(api(), tokens).get("/api/v1/users/me").expect(401, "auth.token_invalid"));
        assertThat(root.get(account(first) + "/sessions").json().at("/items")).isEmpty();
    }

    @Test
    default void aUsernameThatIsTakenIsNotGivenTwice() {
        String username = newUsername();
        Api root = root();
        root.patch(account(register(api())), Map.of("username", username)).expect(200);

        root.patch(account(register(api())), Map.of("username", username)).expect(409, "user.username_taken");
        root.post("/api/v1/users", Map.of("email", newAddress(), "password", PASSWORD, "username", username))
                .expect(409, "user.username_taken");
    }

    private static void assertRefused(Answer answer, String field) {
        answer.expect(422, "request.invalid");
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    }
}
