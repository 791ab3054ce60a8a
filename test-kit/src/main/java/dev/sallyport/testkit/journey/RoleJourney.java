package dev.sallyport.testkit.journey;

import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.ROOT;
import static dev.sallyport.testkit.journey.ServiceUnderTest.account;
import static dev.sallyport.testkit.journey.ServiceUnderTest.as;
import static dev.sallyport.testkit.journey.ServiceUnderTest.login;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newAddress;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newUsername;
import static dev.sallyport.testkit.journey.ServiceUnderTest.refresh;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.testkit.Race;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Who may do what, and who decides. */
public interface RoleJourney extends ServiceUnderTest {

    String ROLES = "/api/v1/roles";

    @Test
    default void aHigherRoleCountsAtOnceAndSessionsLiveOn() {
        Answer tokens = register(api());
        as(api(), tokens).get("/api/v1/users").expect(403, "access.forbidden");

        Answer raised = root().patch(account(tokens) + "/role", Map.of("role", "MODERATOR"))
                .expect(200);

        assertThat(raised.text("/role")).isEqualTo("MODERATOR");
        as(api(), tokens).get("/api/v1/users").expect(200);
        assertThat(refresh(api(), tokens.text("/refresh_token")).expect(200).text("/user/role"))
                .isEqualTo("MODERATOR");
    }

    @Test
    default void aLowerRoleEndsSessionsAndRefusesOldTokens() {
        Answer tokens = registerWith("MODERATOR");

        root().patch(account(tokens) + "/role", Map.of("role", "USER")).expect(200);

        as(api(), tokens).get("/api/v1/users/me").expect(401, "auth.token_invalid");
        refresh(api(), tokens.text("/refresh_token")).expect(401, "auth.refresh_invalid");
        Answer again = login(api(), tokens.text("/user/email"), PASSWORD).expect(200);
        as(api(), again).get("/api/v1/users").expect(403, "access.forbidden");
    }

    @Test
    default void nobodyActsOnTheirOwnTierOrAbove() {
        Api admin = as(api(), registerWith("ADMIN"));
        String peer = account(registerWith("ADMIN"));
        String root = "/api/v1/users/" + root().get("/api/v1/users/me").text("/id");

        for (AccountCall change : AccountCall.CHANGES) {
            change.on(peer, admin).expect(403, "access.tier_too_low");
            change.on(root, admin).expect(403, "access.tier_too_low");
        }
        for (AccountCall read : AccountCall.READS) {
            read.on(peer, admin).expect(200);
        }
    }

    @Test
    default void nobodyGrantsTheirOwnTierOrAbove() {
        Api admin = as(api(), registerWith("ADMIN"));
        Api moderator = as(api(), registerWith("MODERATOR"));
        String account = account(register(api()));

        for (String role : List.of("ADMIN", "SUPER_ADMIN")) {
            admin.patch(account + "/role", Map.of("role", role)).expect(403, "access.tier_too_low");
            admin.post("/api/v1/users", Map.of("email", newAddress(), "password", PASSWORD, "role", role))
                    .expect(403, "access.tier_too_low");
        }
        moderator.patch(account + "/role", Map.of("role", "GUEST")).expect(403, "access.forbidden");
        admin.patch(account + "/role", Map.of("role", "MODERATOR")).expect(200);
    }

    @Test
    default void aRoleThatDoesNotExistIsGivenToNobody() {
        Api root = root();
        String account = account(register(api()));

        for (String role : List.of("NO_SUCH_ROLE", "admin", "")) {
            Answer assigned =
                    root.patch(account + "/role", Map.of("role", role)).expect(422, "request.invalid");
            Answer created = root.post(
                            "/api/v1/users", Map.of("email", newAddress(), "password", PASSWORD, "role", role))
                    .expect(422, "request.invalid");
            assertThat(List.of(assigned.text("/errors/0/field"), created.text("/errors/0/field")))
                    .containsOnly("role");
        }
        root.patch(account + "/role", Map.of()).expect(422, "field.required");
        assertThat(root.get(account).text("/role")).isEqualTo("USER");
    }

    @Test
    default void theLastSuperAdminStays() {
        Api root = root();
        String me = "/api/v1/users/" + root.get("/api/v1/users/me").text("/id");

        root.patch(me + "/role", Map.of("role", "ADMIN")).expect(409, "user.last_super_admin");
        root.post(me + "/suspend").expect(409, "user.last_super_admin");
        root.patch(me, Map.of("status", "suspended")).expect(409, "user.last_super_admin");
        root.delete("/api/v1/users/me", Map.of("password", PASSWORD)).expect(409, "user.last_super_admin");
        root.delete(me).expect(403, "access.forbidden");

        assertThat(root.get(me).expect(200).text("/role")).isEqualTo("SUPER_ADMIN");
    }

    @RepeatedTest(3)
    default void ofTwoSuperAdminsWhoDemoteEachOtherOneStays() {
        Answer grace = registerWith("SUPER_ADMIN");
        List<Answer> both = List.of(login(api(), ROOT, PASSWORD).expect(200), grace);

        List<Answer> answers = Race.of(
                2,
                number -> as(api(), both.get(number))
                        .patch(account(both.get(1 - number)) + "/role", Map.of("role", "USER")));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        rootAlone(both, answers.getFirst().status() == 200 ? both.getFirst() : grace);
    }

    @RepeatedTest(3)
    default void ofTwoSuperAdminsWhoStepDownAtOnceOneStays() {
        Answer grace = registerWith("SUPER_ADMIN");
        List<Answer> both = List.of(login(api(), ROOT, PASSWORD).expect(200), grace);

        List<Answer> answers = Race.of(
                2,
                number ->
                        as(api(), both.get(number)).patch(account(both.get(number)) + "/role", Map.of("role", "USER")));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> answer.expect(409, "user.last_super_admin"));
        rootAlone(both, answers.getFirst().status() == 200 ? grace : both.getFirst());
    }

    /** As it was before: whoever stayed brings the first one back, who then stands alone. */
    private void rootAlone(List<Answer> both, Answer survivor) {
        Api left = as(api(), survivor);
        assertThat(left.get("/api/v1/users?role=SUPER_ADMIN").expect(200).json().at("/items"))
                .hasSize(1);
        left.patch(account(both.getFirst()) + "/role", Map.of("role", "SUPER_ADMIN"))
                .expect(200);
        root().patch(account(both.getLast()) + "/role", Map.of("role", "USER")).expect(200);
    }

    @Test
    default void aRoleOfTheApplicationsOwnIsDefinedGivenChangedAndRemoved() {
        String name = newRole();
        Api root = root();
        Map<String, ?> meaning = Map.of("tier", "USER", "permissions", List.of("books:lend", "users:read_self"));
        Answer defined = root.post(ROLES, and(meaning, "name", name)).expect(201);
        assertThat(defined.header("Location")).isEqualTo(ROLES + "/" + name);
        assertThat(defined.json().at("/built_in").asBoolean()).isFalse();
        assertThat(root.get(ROLES + "/" + name).json()).isEqualTo(defined.json());
        assertThat(root.get(ROLES).json().at("/items")).contains(defined.json());

        Answer tokens = registerWith(name);
        Answer ada = login(api(), tokens.text("/user/email"), PASSWORD).expect(200);
        assertThat(as(api(), ada).get("/api/v1/users/me/permissions").text("/permissions/0"))
                .isEqualTo("books:lend");
        root.put(ROLES + "/" + name, Map.of("tier", "USER", "permissions", List.of("books:lend")))
                .expect(200);
        as(api(), ada).get("/api/v1/users/me").expect(403, "access.forbidden");

        root.delete(ROLES + "/" + name).expect(409, "role.in_use");
        root.delete(account(tokens)).expect(204);
        root.delete(ROLES + "/" + name).expect(409, "role.in_use");
        root.post(account(tokens) + "/purge").expect(204);
        root.delete(ROLES + "/" + name).expect(204);
        root.get(ROLES + "/" + name).expect(404, "role.not_found");
    }

    @Test
    default void builtInRolesStayWhatTheyAre() {
        Api root = root();
        Answer before = root.get(ROLES + "/GUEST").expect(200);
        Map<String, ?> meaning = Map.of("tier", "GUEST", "permissions", List.of("users:delete"));

        root.put(ROLES + "/GUEST", meaning).expect(409, "role.built_in");
        root.delete(ROLES + "/GUEST").expect(409, "role.built_in");
        root.post(ROLES, and(meaning, "name", "GUEST")).expect(409, "role.name_taken");

        assertThat(before.json().at("/built_in").asBoolean()).isTrue();
        assertThat(root.get(ROLES + "/GUEST").json()).isEqualTo(before.json());
    }

    @Test
    default void rolesAreForSuperAdminsToChange() {
        Api admin = as(api(), registerWith("ADMIN"));
        Map<String, ?> meaning = Map.of("tier", "GUEST", "permissions", List.of());

        admin.get(ROLES).expect(200);
        admin.get(ROLES + "/USER").expect(200);
        admin.post(ROLES, and(meaning, "name", newRole())).expect(403, "access.forbidden");
        admin.put(ROLES + "/USER", meaning).expect(403, "access.forbidden");
        admin.delete(ROLES + "/USER").expect(403, "access.forbidden");
        as(api(), register(api())).get(ROLES).expect(403, "access.forbidden");
    }

    @Test
    default void aDelegateGivesNoRightThatTheyLack() {
        String name = newRole();
        Api root = root();
        root.post(ROLES, Map.of("name", name, "tier", "ADMIN", "permissions", List.of("roles:manage", "books:lend")))
                .expect(201);
        Api delegate = as(api(), relogin(registerWith(name)));

        Map<String, ?> more = Map.of("tier", "USER", "permissions", List.of("books:lend", "users:read"));
        Answer refused = delegate.post(ROLES, and(more, "name", newRole())).expect(403, "access.forbidden");
        assertThat(refused.text("/errors/0/field")).isEqualTo("permissions");
        Map<String, ?> higher = Map.of("tier", "ADMIN", "permissions", List.of("books:lend"));
        delegate.post(ROLES, and(higher, "name", newRole())).expect(403, "access.tier_too_low");
        Map<String, ?> own = Map.of("tier", "MODERATOR", "permissions", List.of("books:lend"));
        delegate.post(ROLES, and(own, "name", newRole())).expect(201);
    }

    @Test
    default void aRoleThatMakesNoSenseIsRefused() {
        Api root = root();
        Map<String, ?> good = Map.of("name", newRole(), "tier", "USER", "permissions", List.of("books:lend"));
        List<String> tooMany = IntStream.range(0, 65)
                .mapToObj(number -> "books:lend_" + number)
                .toList();

        assertInvalid(root, and(good, "name", "lower_case"), "name");
        assertInvalid(root, and(good, "name", "X"), "name");
        assertInvalid(root, and(good, "tier", "OWNER"), "tier");
        root.post(ROLES, and(good, "tier", "SUPER_ADMIN")).expect(403, "access.tier_too_low");
        assertInvalid(root, and(good, "tier", "6"), "tier");
        assertInvalid(root, and(good, "permissions", List.of("everything")), "permissions");
        assertInvalid(root, and(good, "permissions", List.of("Books:lend")), "permissions");
        assertInvalid(root, and(good, "permissions", tooMany), "permissions");
        root.post(ROLES, and(good, "tier", 4)).expect(400, "request.malformed");
        root.post(ROLES, and(good, "permissions", "books:lend")).expect(400, "request.malformed");
        root.post(ROLES, and(good, "built_in", true)).expect(400, "request.unknown_field");
        root.post(ROLES, Map.of()).expect(422, "request.invalid");
        root.get(ROLES + "/" + good.get("name")).expect(404, "role.not_found");
        root.get(ROLES + "/lower_case").expect(404, "role.not_found");
        root.put(ROLES + "/" + newRole(), Map.of("tier", "USER", "permissions", List.of()))
                .expect(404, "role.not_found");
    }

    @Test
    default void aRoleWithAllThePermissionsItMayHaveStillSignsIn() {
        String name = newRole();
        List<String> longest = IntStream.range(10, 74)
                .mapToObj(number -> "x".repeat(30) + number + ":" + "y".repeat(32))
                .toList();
        root().post(ROLES, Map.of("name", name, "tier", "USER", "permissions", longest))
                .expect(201);

        Api me = as(api(), relogin(registerWith(name)));

        assertThat(me.get("/api/v1/users/me/permissions").expect(200).json().at("/permissions"))
                .hasSize(64);
    }

    @Test
    default void aRoleThatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        Map<String, ?> first = Map.of("tier", "USER", "permissions", List.of("books:lend"));
        Map<String, ?> second = Map.of("tier", "USER", "permissions", List.of("books:lend", "books:buy"));
        String role = ROLES + "/" + newRole();
        Api root = root();
        String seen = root.post(ROLES, and(first, "name", role.substring(ROLES.length() + 1)))
                .expect(201)
                .header("ETag");

        Answer changed = root.withHeader("If-Match", seen).put(role, second).expect(200);

        root.withHeader("If-Match", seen).put(role, first).expect(412, "request.precondition_failed");
        root.withHeader("If-Match", seen).delete(role).expect(412, "request.precondition_failed");
        assertThat(root.get(role).header("ETag")).isEqualTo(changed.header("ETag"));
        root.withHeader("If-Match", changed.header("ETag")).delete(role).expect(204);
    }

    private Answer relogin(Answer tokens) {
        return login(api(), tokens.text("/user/email"), PASSWORD).expect(200);
    }

    private static void assertInvalid(Api root, Map<String, ?> role, String field) {
        Answer refused = root.post(ROLES, role).expect(422, "request.invalid");
        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
    }

    private static String newRole() {
        return newUsername().toUpperCase(Locale.ROOT);
    }

    private static Map<String, ?> and(Map<String, ?> members, String name, Object value) {
        Map<String, Object> all = new HashMap<>(members);
        all.put(name, value);
        return all;
    }
}
