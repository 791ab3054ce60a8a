package dev.sallyport.testkit.journey;

import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.as;
import static dev.sallyport.testkit.journey.ServiceUnderTest.login;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newAddress;
import static dev.sallyport.testkit.journey.ServiceUnderTest.refresh;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.testkit.Race;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What holds when two instances serve one pair of stores: to a client they are one service. */
public interface TwoInstancesContract {

    /** Two services on one pair of stores, which were empty when both were started at once. */
    List<RunningService> both();

    /** Two more on the same stores, with these settings over {@link ServiceUnderTest#QUICK}. */
    default List<RunningService> bothWith(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(ServiceUnderTest.QUICK);
        all.putAll(settings);
        return Race.of(2, number -> start(all));
    }

    RunningService start(Map<String, String> settings);

    default Api one() {
        return both().getFirst().api();
    }

    default Api other() {
        return both().getLast().api();
    }

    /** Now this one, now that one. */
    default Api either(int number) {
        return both().get(number % 2).api();
    }

    @Test
    default void startedTogetherOnAnEmptyStoreTheyHaveTheSameKeys() {
        Answer tokens = register(one());

        as(other(), tokens).get("/api/v1/users/me").expect(200);

        assertThat(other().get("/.well-known/jwks.json").body())
                .isEqualTo(one().get("/.well-known/jwks.json").body());
    }

    @RepeatedTest(20)
    default void ofManyRefreshesOnBothOneRotatesAndAllGetTheSameSuccessor() {
        Answer first = register(one());

        List<Answer> answers = Race.of(64, number -> refresh(either(number), first.text("/refresh_token")));

        assertThat(answers).allSatisfy(answer -> answer.expect(200));
        assertThat(answers.stream().map(answer -> answer.text("/refresh_token")).collect(Collectors.toSet()))
                .hasSize(1);
        refresh(other(), answers.getFirst().text("/refresh_token")).expect(200);
    }

    @RepeatedTest(5)
    default void ofManyRegistrationsOfOneAddressOnBothOneSucceeds() {
        Map<String, String> body = Map.of("email", newAddress(), "password", PASSWORD);

        List<Answer> answers = Race.of(16, number -> either(number).post("/api/v1/auth/register", body));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> answer.expect(409, "user.email_taken"));
    }

    @Test
    default void ofManySetUpsOnBothOneMakesTheFirstSuperAdmin() {
        List<String> tokens = both().stream()
                .map(service -> service.setUpToken().orElseThrow())
                .toList();

        List<Answer> answers = Race.of(
                16,
                number -> either(number / 2)
                        .post(
                                "/api/v1/setup",
                                Map.of("token", tokens.get(number % 2), "email", newAddress(), "password", PASSWORD)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.code()).isIn("token.used", "setup.completed"));
    }

    @Test
    default void whatOneEndedTheOtherRefusesAtOnce() {
        Answer tokens = register(one());
        as(other(), tokens).get("/api/v1/users/me").expect(200);

        as(one(), tokens).post("/api/v1/auth/logout").expect(204);

        as(other(), tokens).get("/api/v1/users/me").expect(401, "auth.token_invalid");
        refresh(other(), tokens.text("/refresh_token")).expect(401, "auth.refresh_invalid");
    }

    @Test
    default void aPasswordChangedOnOneEndsTheOtherSessionsOnBoth() {
        String email = newAddress();
        Answer here = register(one(), email);
        Answer there = login(other(), email, PASSWORD).expect(200);

        as(one(), here)
                .post(
                        "/api/v1/users/me/password",
                        Map.of("current_password", PASSWORD, "new_password", "Another-Horse-9"))
                .expect(204);

        as(other(), there).get("/api/v1/users/me").expect(401, "auth.token_invalid");
        as(other(), here).get("/api/v1/users/me").expect(200);
        login(other(), email, PASSWORD).expect(401, "auth.invalid_credentials");
    }

    @Test
    default void guessesOnBothCountTogether() {
        List<RunningService> throttled = bothWith(Map.of(
                "throttle.enabled",
                "true",
                "throttle.sign-in.attempts",
                "5",
                "throttle.registration.attempts",
                "1000"));
        try (RunningService one = throttled.getFirst();
                RunningService other = throttled.getLast()) {
            String email = newAddress();
            register(one.api(), email);

            List<Answer> guesses =
                    Race.of(16, number -> login(throttled.get(number % 2).api(), email, "Wrong-Horse-9"));

            assertThat(guesses).filteredOn(answer -> answer.status() == 401).hasSize(5);
            assertThat(guesses)
                    .filteredOn(answer -> answer.status() != 401)
                    .allSatisfy(answer -> answer.expect(429, "throttle.exceeded"));
            login(one.api(), email, PASSWORD).expect(429, "throttle.exceeded");
            login(other.api(), email, PASSWORD).expect(429, "throttle.exceeded");
        }
    }

    @Test
    default void theLimitOfSessionsHoldsOverBoth() {
        List<RunningService> limited = bothWith(Map.of("sessions.per-user", "3"));
        try (RunningService one = limited.getFirst();
                RunningService other = limited.getLast()) {
            String email = newAddress();
            Answer first = register(one.api(), email);

            List<Answer> more = Race.of(
                    8,
                    number -> login(limited.get(number % 2).api(), email, PASSWORD)
                            .expect(200));

            as(other.api(), first).get("/api/v1/users/me").expect(401, "auth.token_invalid");
            assertThat(more)
                    .filteredOn(answer ->
                            as(one.api(), answer).get("/api/v1/users/me").status() == 200)
                    .hasSize(3);
        }
    }
}
