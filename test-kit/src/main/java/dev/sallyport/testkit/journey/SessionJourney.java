package dev.sallyport.testkit.journey;

import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.as;
import static dev.sallyport.testkit.journey.ServiceUnderTest.login;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newAddress;
import static dev.sallyport.testkit.journey.ServiceUnderTest.refresh;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.testkit.Race;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Staying signed in, and ending it. */
public interface SessionJourney extends ServiceUnderTest {

    @Test
    default void aRefreshRotatesWithinTheSession() {
        Answer first = register(api());

        Answer second = refresh(api(), first.text("/refresh_token")).expect(200);

        assertThat(second.text("/refresh_token")).isNotEqualTo(first.text("/refresh_token"));
        assertThat(second.text("/session_id")).isEqualTo(first.text("/session_id"));
        assertThat(second.header("Cache-Control")).isEqualTo("no-store");
        as(api(), second).get("/api/v1/users/me").expect(200);
    }

    @RepeatedTest(3)
    default void ofManySimultaneousRefreshesOneRotatesAndAllGetTheSameSuccessor() {
        Answer first = register(api());

        List<Answer> answers = Race.of(64, number -> refresh(api(), first.text("/refresh_token")));

        assertThat(answers).allSatisfy(answer -> answer.expect(200));
        assertThat(answers.stream().map(answer -> answer.text("/refresh_token")).collect(Collectors.toSet()))
                .hasSize(1);
        refresh(api(), answers.getFirst().text("/refresh_token")).expect(200);
    }

    @Test
    default void theTokenTwoGenerationsBackEndsItsSessionAndNoOther() {
        String email = newAddress();
        Answer first = register(api(), email);
        Answer elsewhere = login(api(), email, PASSWORD).expect(200);
        Answer second = refresh(api(), first.text("/refresh_token")).expect(200);
        Answer third = refresh(api(), second.text("/refresh_token")).expect(200);

        refresh(api(), first.text("/refresh_token")).expect(401, "auth.refresh_invalid");

        refresh(api(), third.text("/refresh_token")).expect(401, "auth.refresh_invalid");
        as(api(), third).get("/api/v1/users/me").expect(401, "auth.token_invalid");
        as(api(), elsewhere).get("/api/v1/users/me").expect(200);
    }

    @Test
    default void aForgedRefreshTokenEndsNothing() {
        Answer tokens = register(api());
        String genuine = tokens.text("/refresh_token");
        char last = genuine.charAt(40);
        String forged = genuine.substring(0, 40) + (last == 'A' ? 'B' : 'A') + genuine.substring(41);

        refresh(api(), forged).expect(401, "auth.refresh_invalid");

        refresh(api(), genuine).expect(200);
    }

    @Test
    default void afterSignOutNoTokenOfTheSessionIsGoodForAnything() {
        Answer tokens = register(api());

        as(api(), tokens).post("/api/v1/auth/logout").expect(204);

        as(api(), tokens).get("/api/v1/users/me").expect(401, "auth.token_invalid");
        refresh(api(), tokens.text("/refresh_token")).expect(401, "auth.refresh_invalid");
        as(api(), tokens).post("/api/v1/auth/logout").expect(401, "auth.token_invalid");
    }

    @RepeatedTest(3)
    default void nothingLivesOnPastASignOutThatRefreshesRaced() {
        Answer tokens = register(api());

        List<Answer> answers = Race.of(
                16,
                number -> number == 7
                        ? as(api(), tokens).post("/api/v1/auth/logout")
                        : refresh(api(), tokens.text("/refresh_token")));

        answers.get(7).expect(204);
        for (Answer answer : answers) {
            if (answer.status() == 200) {
                refresh(api(), answer.text("/refresh_token")).expect(401, "auth.refresh_invalid");
                as(api(), answer).get("/api/v1/users/me").expect(401, "auth.token_invalid");
            }
        }
    }

    @Test
    default void sessionsAreListedAndEndedOneByOne() {
        String email = newAddress();
        Answer first = register(api(), email);
        Answer second = login(api(), email, PASSWORD).expect(200);
        Api me = as(api(), second);

        Answer list = me.get("/api/v1/users/me/sessions").expect(200);

        assertThat(list.json().at("/items").findValuesAsText("id"))
                .containsExactly(second.text("/session_id"), first.text("/session_id"));
        assertThat(list.json().at("/items/0/current").asBoolean()).isTrue();
        assertThat(list.json().at("/items/1/current").asBoolean()).isFalse();
        assertThat(list.text("/items/0/ip")).isNotEmpty();
        assertThat(list.text("/items/0/user_agent")).contains("Java");

        me.delete("/api/v1/users/me/sessions/" + first.text("/session_id")).expect(204);

        as(api(), first).get("/api/v1/users/me").expect(401, "auth.token_invalid");
        me.delete("/api/v1/users/me/sessions/" + first.text("/session_id")).expect(404, "session.not_found");
    }

    @Test
    default void somebodyElsesSessionIsNotFound() {
        Answer stranger = register(api());
        Api me = as(api(), register(api()));

        me.delete("/api/v1/users/me/sessions/" + stranger.text("/session_id")).expect(404, "session.not_found");
        me.delete("/api/v1/users/me/sessions/" + UUID.randomUUID()).expect(404, "session.not_found");
        me.delete("/api/v1/users/me/sessions/not-an-id").expect(404, "session.not_found");

        as(api(), stranger).get("/api/v1/users/me").expect(200);
    }

    @Test
    default void theOthersOrAllCanBeEndedAtOnce() {
        String email = newAddress();
        Answer first = register(api(), email);
        Answer second = login(api(), email, PASSWORD).expect(200);
        Answer third = login(api(), email, PASSWORD).expect(200);

        as(api(), second).post("/api/v1/users/me/sessions/revoke-others").expect(204);

        as(api(), first).get("/api/v1/users/me").expect(401);
        as(api(), third).get("/api/v1/users/me").expect(401);
        as(api(), second).get("/api/v1/users/me").expect(200);

        as(api(), second).post("/api/v1/auth/logout-all").expect(204);

        as(api(), second).get("/api/v1/users/me").expect(401);
    }

    @Test
    default void beyondTheLimitTheOldestSessionEnds() {
        try (RunningService service = quickWith(Map.of("sessions.per-user", "2"))) {
            String email = newAddress();
            Answer first = register(service.api(), email);
            Answer second = login(service.api(), email, PASSWORD).expect(200);
            Answer third = login(service.api(), email, PASSWORD).expect(200);

            as(service.api(), first).get("/api/v1/users/me").expect(401, "auth.token_invalid");
            as(service.api(), second).get("/api/v1/users/me").expect(200);
            as(service.api(), third).get("/api/v1/users/me").expect(200);
        }
    }

    @Test
    default void withoutAGraceWindowATokenShownTwiceEndsTheSession() {
        try (RunningService service = quickWith(Map.of("tokens.refresh.grace", "0s"))) {
            Answer first = register(service.api());
            Answer second = refresh(service.api(), first.text("/refresh_token")).expect(200);

            refresh(service.api(), first.text("/refresh_token")).expect(401, "auth.refresh_invalid");

            refresh(service.api(), second.text("/refresh_token")).expect(401, "auth.refresh_invalid");
        }
    }

    @Test
    default void whileManySignInsQueueTokensAreStillAnswered() {
        Answer tokens = register(api());
        Api me = as(api(), tokens);
        String email = tokens.text("/user/email");
        List<Future<Answer>> signIns;
        long stillOpen;

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            signIns = IntStream.range(0, 60)
                    .mapToObj(number -> threads.submit(() -> login(api(), email, "Wrong-Horse-9")))
                    .toList();
            for (int reads = 0; reads < 5; reads++) {
                me.get("/api/v1/users/me").expect(200);
            }
            stillOpen = signIns.stream().filter(signIn -> !signIn.isDone()).count();
        }

        assertThat(stillOpen).as("sign-ins open after five reads").isPositive();
        assertThat(signIns)
                .allSatisfy(signIn -> assertThat(signIn.resultNow().status()).isIn(401, 503));
    }
}
