package dev.sallyport.distance;

import static dev.sallyport.testkit.journey.ServiceUnderTest.CHEAP_PASSWORDS;
import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.ROOT;
import static dev.sallyport.testkit.journey.ServiceUnderTest.as;
import static dev.sallyport.testkit.journey.ServiceUnderTest.login;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newAddress;
import static dev.sallyport.testkit.journey.ServiceUnderTest.refresh;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static dev.sallyport.testkit.journey.ServiceUnderTest.rootOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.journey.StartedService;
import dev.sallyport.testkit.backend.Relay;
import dev.sallyport.testkit.backend.TestServer;
import dev.sallyport.testkit.journey.Answer;
import dev.sallyport.testkit.journey.Api;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * How many round trips a request waits for, audit included, over HTTP. The stores are so far away that hardly anything else takes time, so
 * that its duration tells.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DistantStores {

    private static final Duration ONE_WAY = Duration.ofMillis(25);
    private static final int TRIES = 3;

    /** For a machine so busy that everything else takes as long as a trip. */
    private static final Duration FARTHER = ONE_WAY.multipliedBy(6);

    /** Limits that are asked about but never reached. */
    private static final Map<String, String> SETTINGS = Map.of(
            "bootstrap.admin.email", ROOT,
            "bootstrap.admin.password", PASSWORD,
            "throttle.registration.attempts", "1000");

    private final int signIn;
    private final List<Relay> relays = new ArrayList<>();
    private final StartedService service;
    private final Api api;
    private final String email = newAddress();

    /**
     * Everything on one server.
     *
     * @param signIn how many round trips a sign-in takes there
     */
    DistantStores(Path data, TestServer accounts, int signIn) {
        this(data, Map.of("accounts", accounts), signIn);
    }

    DistantStores(Path data, TestServer accounts, TestServer tokens, int signIn) {
        this(data, Map.of("accounts", accounts, "tokens", tokens), signIn);
    }

    private DistantStores(Path data, Map<String, TestServer> axes, int signIn) {
        this.signIn = signIn;
        Map<String, String> settings = new HashMap<>(CHEAP_PASSWORDS);
        settings.putAll(SETTINGS);
        settings.put("data", data.toString());
        axes.forEach((axis, server) -> settings.put("storage." + axis + ".url", relayed(server)));
        this.service = StartedService.with(settings);
        this.api = service.api();
        register(api, email);
    }

    private String relayed(TestServer server) {
        Relay relay = Relay.to(server.address());
        relays.add(relay);
        return relay.through(server.freshUrl());
    }

    @AfterAll
    void stop() {
        relays.forEach(Relay::pass);
        service.close();
        relays.forEach(Relay::close);
    }

    @Test
    void checkingAnAccessTokenTakesOne() {
        Api me = as(api, signIn());

        assertTrips(1, () -> me, as -> as.get("/.well-known/jwks.json").expect(200));
    }

    /** And counting its requests another. */
    @Test
    void checkingAnApiKeyTakesTwo() {
        Map<String, ?> reader = Map.of("name", "Import", "permissions", List.of("users:read"));
        String key = rootOf(api).post("/api/v1/api-keys", reader).expect(201).text("/key");

        assertTrips(
                2,
                () -> api.withHeader("X-API-Key", key),
                as -> as.get("/.well-known/jwks.json").expect(200));
    }

    @Test
    void aTokenThatDoesNotMatterCostsNothing() {
        assertTrips(0, () -> api, as -> as.get("/.well-known/jwks.json").expect(200));
    }

    @Test
    void readingOnesProfileTakesTwo() {
        Api me = as(api, signIn());

        assertTrips(2, () -> me, as -> as.get("/api/v1/users/me").expect(200));
    }

    @Test
    void refreshingTakesFour() {
        assertTrips(
                4,
                this::signIn,
                tokens -> refresh(api, tokens.text("/refresh_token")).expect(200));
    }

    @Test
    void signingInTakesFiveAtMost() {
        assertThat(signIn).isLessThanOrEqualTo(5);
        assertTrips(signIn, () -> email, mine -> login(api, mine, PASSWORD).expect(200));
    }

    @Test
    void signingOutTakesTwo() {
        assertTrips(
                2,
                this::signIn,
                tokens -> as(api, tokens).post("/api/v1/auth/logout").expect(204));
    }

    private Answer signIn() {
        return login(api, email, PASSWORD).expect(200);
    }

    /** The fastest of a few: a duration holds every trip there was, and on a busy machine more than that. */
    private <T> void assertTrips(int expected, Supplier<T> preparation, Consumer<T> request) {
        long trips = trips(ONE_WAY, preparation, request);
        assertThat(trips > expected ? trips(FARTHER, preparation, request) : trips)
                .as("round trips")
                .isEqualTo(expected);
    }

    private <T> long trips(Duration oneWay, Supplier<T> preparation, Consumer<T> request) {
        relays.forEach(relay -> relay.delay(oneWay));
        return Stream.generate(preparation)
                .limit(TRIES)
                .mapToLong(prepared -> nanos(() -> request.accept(prepared)))
                .map(nanos -> nanos / oneWay.multipliedBy(2).toNanos())
                .min()
                .orElseThrow();
    }

    private static long nanos(Runnable request) {
        long began = System.nanoTime();
        request.run();
        return System.nanoTime() - began;
    }
}
