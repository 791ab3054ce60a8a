package dev.sallyport.outage;

import static dev.sallyport.testkit.journey.ServiceUnderTest.CHEAP_PASSWORDS;
import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.as;
import static dev.sallyport.testkit.journey.ServiceUnderTest.login;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newAddress;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.docs.Operation;
import dev.sallyport.journey.StartedService;
import dev.sallyport.testkit.Race;
import dev.sallyport.testkit.backend.Relay;
import dev.sallyport.testkit.backend.TestServer;
import dev.sallyport.testkit.journey.Answer;
import dev.sallyport.testkit.journey.Api;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service one of whose databases is behind a relay. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreAway {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    /** A connection and an answer, and what a busy machine may add. */
    private static final Duration IN_TIME = TIMEOUT.multipliedBy(2).plusSeconds(2);

    private static final int LOST_ANSWERS = 6;

    /** That open the breaker, by default. */
    private static final int FAILURES = 5;

    /** For what has no deadline of its own. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration SOON = Duration.ofSeconds(5);

    /** The default limits, as they are asked about on every sign-in, but too high to be reached. */
    private static final Map<String, String> SETTINGS = Map.of(
            "hashing.queue", "500",
            "throttle.sign-in.attempts", "100000",
            "throttle.registration.attempts", "100000",
            "storage.timeout", TIMEOUT.toMillis() + "ms");

    /** These ask no store. */
    private static final Set<String> STILL_ANSWER = Set.of("/.well-known/jwks.json", "/health/liveness", "/prometheus");

    private static final Set<String> HEALTH = Set.of("/health", "/health/readiness");

    private final String axis;
    private final Relay relay;
    private final StartedService service;
    private final Api api;
    private final Answer ada;

    /** How a store can be away. */
    enum Way {
        REFUSES(Relay::refuse),
        IS_SILENT(Relay::stall);

        @SuppressWarnings("ImmutableEnumChecker") // a method reference
        private final Consumer<Relay> begin;

        Way(Consumer<Relay> begin) {
            this.begin = begin;
        }
    }

    /** Takes {@code accounts} or {@code tokens}, the database that will be away, and where the rest is kept. */
    StoreAway(Path data, String axis, TestServer server, Map<String, String> others) {
        this.axis = axis;
        this.relay = Relay.to(server.address());
        Map<String, String> settings = new HashMap<>(CHEAP_PASSWORDS);
        settings.putAll(SETTINGS);
        settings.putAll(others);
        settings.put("data", data.toString());
        settings.put("storage." + axis + ".url", relay.through(server.freshUrl()));
        this.service = StartedService.with(settings);
        this.api = service.api();
        this.ada = register(api);
    }

    @AfterAll
    void stop() {
        service.close();
        relay.close();
    }

    @AfterEach
    void comeBack() {
        relay.pass();
        Deadline.in(SOON).await(() -> api.get("/health/readiness").status(), status -> status == 200);
    }

    /** All at once, so that each meets the outage itself and not a breaker that others have opened. */
    @ParameterizedTest
    @EnumSource
    void everyEndpointSaysInTimeThatItIsAway(Way way) {
        Requests requests = new Requests(api);
        List<Operation> operations = List.copyOf(requests.operations());

        way.begin.accept(relay);

        List<Said> said = Race.of(operations.size(), number -> Said.by(requests, operations.get(number)));
        assertThat(said).isNotEmpty().allSatisfy(one -> {
            assertThat(one.after()).isLessThan(IN_TIME);
            assertAway(one.operation(), one.answer());
        });
    }

    /** What an endpoint answered, and how long that took. */
    private record Said(Operation operation, Answer answer, Duration after) {

        static Said by(Requests requests, Operation operation) {
            long began = System.nanoTime();
            Answer answer = requests.send(operation);
            return new Said(operation, answer, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private static void assertAway(Operation operation, Answer answer) {
        if (STILL_ANSWER.contains(operation.path())) {
            answer.expect(200);
        } else if (HEALTH.contains(operation.path())) {
            answer.expect(503);
            assertThat(answer.text("/status")).isEqualTo("DOWN");
        } else {
            answer.expect(503, "store.unavailable");
            assertThat(answer.header("Retry-After")).matches("[1-9]\\d*");
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsUsedAgainSoonAfterItsReturn(Way way) {
        way.begin.accept(relay);
        breakOpen();

        relay.pass();

        Deadline.in(SOON).await(() -> as(api, ada).get("/api/v1/users/me").status(), status -> status != 503);
        as(api, ada).get("/api/v1/users/me").expect(200);
        register(api);
        assertThat(readiness("/details/" + axis + "/status")).isEqualTo("UP");
        Deadline.in(SOON).await(() -> readiness("/details/" + axis + "/breaker"), "closed"::equals);
        assertThat(metrics()).contains(state("closed") + " 1.0");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyWaitsForItOnceTheBreakerIsOpen(Way way) {
        way.begin.accept(relay);
        breakOpen();
        double refused = refused();

        List<Answer> answers = Race.of(64, number -> login(api, newAddress(), PASSWORD));

        assertThat(answers).allSatisfy(answer -> answer.expect(503, "store.unavailable"));
        assertThat(refused() - refused).isGreaterThan(64 / 2.0);
        assertThat(readiness("/status")).isEqualTo("DOWN");
    }

    /** The answer that gets lost is the first, the second and so on of those the service waits for, as nearly as a test can aim. */
    @Test
    void whoWasNotToldWhatBecameOfARegistrationCanSignInOrRegisterAgain() {
        int untold = 0;
        for (int number = 0; number < LOST_ANSWERS; number++) {
            String email = newAddress();
            Answer first = registerAndLoseAnswer(email, number);
            if (first.status() == 503) {
                untold++;
                assertUsableOrFree(email);
            } else {
                first.expect(201);
            }
        }

        assertThat(untold).isPositive();
    }

    private Answer registerAndLoseAnswer(String email, int number) {
        AtomicBoolean answered = new AtomicBoolean();
        long from = relay.flights();
        Thread thief = Thread.ofPlatform().start(() -> {
            while (relay.flights() < from + number && !answered.get()) {
                Thread.onSpinWait();
            }
            relay.loseNextAnswer();
        });
        try {
            return tryToRegister(email);
        } finally {
            answered.set(true);
            awaitEnd(thief);
        }
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private void assertUsableOrFree(String email) {
        Answer again = answered(() -> tryToRegister(email));
        if (again.status() != 201) {
            again.expect(409, "user.email_taken");
            answered(() -> login(api, email, PASSWORD)).expect(200);
        }
    }

    private static Answer answered(Supplier<Answer> request) {
        return Deadline.in(SOON).await(request, answer -> answer.status() != 503);
    }

    private Answer tryToRegister(String email) {
        return api.post("/api/v1/auth/register", Map.of("email", email, "password", PASSWORD));
    }

    /** By as many calls as it takes, all at once, as each may wait for its time-out. */
    private void breakOpen() {
        Race.of(FAILURES, number -> readiness("/status"));
        Deadline.in(PATIENCE).await(() -> readiness("/details/" + axis + "/breaker"), "open"::equals);
        assertThat(metrics()).contains(state("open") + " 1.0");
    }

    private String readiness(String member) {
        return api.get("/health/readiness").text(member);
    }

    private String metrics() {
        return api.get("/prometheus").expect(200).body();
    }

    private String state(String state) {
        return "auth_store_breaker{state=\"%s\",store=\"%s\"}".formatted(state, axis);
    }

    private double refused() {
        String counter = "auth_store_refused_total{store=\"" + axis + "\"} ";
        return metrics()
                .lines()
                .filter(line -> line.startsWith(counter))
                .mapToDouble(line -> Double.parseDouble(line.substring(counter.length())))
                .sum();
    }
}
