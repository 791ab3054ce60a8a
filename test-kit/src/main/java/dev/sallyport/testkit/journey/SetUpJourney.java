package dev.sallyport.testkit.journey;

import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.QUICK;
import static dev.sallyport.testkit.journey.ServiceUnderTest.as;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newAddress;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.testkit.Race;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first Super Admin. */
public interface SetUpJourney extends ServiceUnderTest {

    String SETUP = "/api/v1/setup";

    @Test
    default void theTokenMakesOneSuperAdminHoweverManyUseItAtOnce() {
        try (RunningService empty = startEmpty(QUICK)) {
            Map<String, String> form = form(empty.setUpToken().orElseThrow());
            assertNothingIsUsedUp(empty.api(), form);

            List<Answer> answers = Race.of(8, number -> empty.api().post(SETUP, with(form, "email", newAddress())));

            List<Answer> made =
                    answers.stream().filter(answer -> answer.status() == 201).toList();
            assertThat(made).singleElement().satisfies(answer -> {
                assertThat(answer.text("/user/role")).isEqualTo("SUPER_ADMIN");
                assertThat(answer.json().at("/user/email_verified").asBoolean()).isTrue();
                as(empty.api(), answer).get("/api/v1/roles").expect(200);
            });
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 201)
                    .allSatisfy(answer -> assertThat(answer.code()).isIn("token.used", "setup.completed"));
            empty.api().post(SETUP, form).expect(409, "setup.completed");
            empty.api().post(SETUP, with(form, "token", "nonsense")).expect(409, "setup.completed");
        }
    }

    private static void assertNothingIsUsedUp(Api api, Map<String, String> form) {
        api.post(SETUP, with(form, "token", "nonsense")).expect(422, "token.invalid");
        api.post(SETUP, with(form, "password", "short")).expect(422);
        api.post(SETUP, with(form, "email", "nobody")).expect(422, "email.invalid");
        api.post(SETUP, with(form, "role", "USER")).expect(400, "request.unknown_field");
        api.post(SETUP, Map.of("token", form.get("token"))).expect(422, "request.invalid");
    }

    @Test
    default void whereThereIsASuperAdminNoneCanBeSetUp() {
        assertThat(shared().setUpToken()).isEmpty();

        api().post(SETUP, form("nonsense")).expect(409, "setup.completed");
    }

    private static Map<String, String> form(String token) {
        return Map.of("token", token, "email", newAddress(), "password", PASSWORD);
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> changed = new HashMap<>(form);
        changed.put(name, value);
        return changed;
    }
}
