package dev.sallyport.testkit.journey;

import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.account;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newAddress;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newUsername;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Finding people among all there are. */
public interface PeopleListJourney extends ServiceUnderTest {

    String USERS = "/api/v1/users?";

    @Test
    default void peopleAreListedNewestFirstPageByPage() {
        String prefix = newUsername();
        List<String> registered = IntStream.range(0, 5)
                .mapToObj(number -> registerCalled(prefix + number))
                .toList();
        Api root = root();

        List<String> listed = new ArrayList<>();
        Answer page = root.get(USERS + "include=total&limit=2&q=" + prefix).expect(200);
        assertThat(page.json().at("/total").asInt()).isEqualTo(5);
        while (!page.json().at("/next_cursor").isNull()) {
            listed.addAll(ids(page));
            page = root.get(USERS + "limit=2&q=" + prefix + "&cursor=" + page.text("/next_cursor"))
                    .expect(200);
            assertThat(page.json().has("total")).isFalse();
        }
        listed.addAll(ids(page));

        assertThat(listed).containsExactlyElementsOf(registered.reversed());
        assertThat(ids(page)).hasSize(1);
    }

    @Test
    default void aPageMayBeLongerThanTheOneBefore() {
        String prefix = newUsername();
        List<String> registered = IntStream.range(0, 3)
                .mapToObj(number -> registerCalled(prefix + number))
                .toList();
        Api root = root();

        String cursor = root.get(USERS + "limit=1&q=" + prefix).text("/next_cursor");
        Answer rest =
                root.get(USERS + "limit=100&q=" + prefix + "&cursor=" + cursor).expect(200);

        assertThat(ids(rest)).containsExactly(registered.get(1), registered.get(0));
        assertThat(rest.json().at("/next_cursor").isNull()).isTrue();
    }

    @Test
    default void aCursorIsGoodForItsOwnQueryOnly() {
        String prefix = newUsername();
        registerCalled(prefix + 1);
        registerCalled(prefix + 2);
        Api root = root();
        String cursor = root.get(USERS + "limit=1&q=" + prefix).text("/next_cursor");
        char last = cursor.charAt(20);
        String edited = cursor.substring(0, 20) + (last == 'A' ? 'B' : 'A') + cursor.substring(21);

        for (String query : List.of(
                "cursor=" + cursor,
                "q=" + prefix + "1&cursor=" + cursor,
                "status=active&q=" + prefix + "&cursor=" + cursor,
                "q=" + prefix + "&cursor=" + edited,
                "q=" + prefix + "&cursor=",
                "q=" + prefix + "&cursor=nonsense")) {
            root.get(USERS + query).expect(400, "request.invalid_cursor");
        }
        root.get("/api/v1/api-keys?cursor=" + cursor).expect(400, "request.invalid_cursor");
    }

    @Test
    default void peopleAreFoundByWhatTheirNamesBeginWith() {
        String username = newUsername();
        String id = registerCalled(username);
        Api root = root();
        root.patch("/api/v1/users/" + id, Map.of("display_name", "Ėmilie " + username))
                .expect(200);
        String email = root.get("/api/v1/users/" + id).text("/email");

        assertThat(found(root, username.substring(0, 15))).containsExactly(id);
        assertThat(found(root, username.toUpperCase(Locale.ROOT))).containsExactly(id);
        assertThat(found(root, email.substring(0, 20))).containsExactly(id);
        assertThat(found(root, "ėMILIE " + username)).containsExactly(id);
        assertThat(found(root, username.substring(1))).isEmpty();
        assertThat(found(root, username + "%")).isEmpty();
    }

    @Test
    default void peopleAreFoundByRoleStatusAndTime() {
        String prefix = newUsername();
        String first = registerCalled(prefix + 1);
        String second = registerCalled(prefix + 2);
        String third = registerCalled(prefix + 3);
        Api root = root();
        root.patch("/api/v1/users/" + first + "/role", Map.of("role", "MODERATOR"))
                .expect(200);
        root.post("/api/v1/users/" + second + "/suspend").expect(200);
        root.delete("/api/v1/users/" + third).expect(204);
        String registered = root.get("/api/v1/users/" + second).text("/created_at");
        String query = USERS + "q=" + prefix;

        assertThat(ids(root.get(query))).containsExactly(second, first);
        assertThat(ids(root.get(query + "&role=MODERATOR"))).containsExactly(first);
        assertThat(ids(root.get(query + "&role=NOBODY_HAS_IT"))).isEmpty();
        assertThat(ids(root.get(query + "&status=suspended"))).containsExactly(second);
        assertThat(ids(root.get(query + "&status=deleted"))).containsExactly(third);
        assertThat(ids(root.get(query + "&status=suspended&role=MODERATOR"))).isEmpty();
        assertThat(ids(root.get(query + "&created_before=" + registered))).containsExactly(first);
        assertThat(ids(root.get(query + "&created_after=" + registered))).isEmpty();
        assertThat(ids(root.get(query + "&status=deleted&created_after=" + registered)))
                .containsExactly(third);
    }

    @Test
    default void aQueryThatNobodyCouldMeanIsRefused() {
        Api root = root();
        Map<String, String> invalid = List.of(
                        "limit=0",
                        "limit=101",
                        "limit=1000000000",
                        "limit=-1",
                        "limit=",
                        "role=nobody",
                        "status=gone",
                        "q=",
                        "q=" + "x".repeat(255),
                        "created_after=yesterday",
                        "created_before=2026-13-01T00:00:00Z",
                        "include=everything")
                .stream()
                .collect(toMap(query -> query, query -> query.substring(0, query.indexOf('='))));

        invalid.forEach((query, field) -> {
            Answer refused = root.get(USERS + query).expect(422, "request.invalid");
            assertThat(refused.text("/errors/0/field")).isEqualTo(field);
        });
        root.get(USERS + "Limit=5").expect(400, "request.unknown_field");
        root.get(USERS + "tier=5").expect(400, "request.unknown_field");
        root.get(USERS + "limit=5&limit=6").expect(400, "request.malformed");
    }

    @Test
    default void whatTheListShowsIsWhatTheAccountShows() {
        Answer tokens = register(api());
        Api root = root();

        Answer list = root.get(USERS + "q=" + tokens.text("/user/email")).expect(200);

        assertThat(list.json().at("/items/0"))
                .isEqualTo(root.get(account(tokens)).json());
    }

    private String registerCalled(String username) {
        return api().post(
                        "/api/v1/auth/register",
                        Map.of("email", newAddress(), "password", PASSWORD, "username", username))
                .expect(201)
                .text("/user/id");
    }

    private static List<String> found(Api root, String prefix) {
        return ids(root.get(USERS + "q=" + URLEncoder.encode(prefix, StandardCharsets.UTF_8)));
    }

    private static List<String> ids(Answer page) {
        return page.expect(200).json().at("/items").findValuesAsText("id");
    }
}
