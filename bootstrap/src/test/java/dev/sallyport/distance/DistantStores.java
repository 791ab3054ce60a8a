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
    private static final int MORE_TRIES = 10;

    /** For a machine so busy that everything else takes as long as a trip. */
    private static final Duration FARTHER = ONE_WAY.multipliedBy(6);

    /** After how long idle Hikari asks a connection whether it lives. Half a second else, which is less than it is idle for so far away. */
    private static final String HIKARI_IDLE = "com.zaxxer.hikari.aliveBypassWindowMs";

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
        this.service = withoutPings(settings);
        this.api = service.api();
        register(api, email);
    }

    private static StartedService withoutPings(Map<String, String> settings) {
        System.setProperty(HIKARI_IDLE, String.valueOf(Duration.ofHours(1).toMillis()));
        try {
            return StartedService.with(settings);
        } finally {
            System.clearProperty(HIKARI_IDLE);
        }
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

    /**
     * The fastest of a few: a duration holds every trip there was, and on a busy machine more than that, so that no number of tries makes
     * it less than the trips.
     */
    private <T> void assertTrips(int expected, Supplier<T> preparation, Consumer<T> request) {
        long near = fewestTrips(expected, TRIES, ONE_WAY, preparation, request);
        assertThat(near > expected ? fewestTrips(expected, MORE_TRIES, FARTHER, preparation, request) : near)
                .as("round trips")
                .isEqualTo(expected);
    }

    /** Tries no more once it took no more than expected. */
    private <T> long fewestTrips(
            int expected, int tries, Duration oneWay, Supplier<T> preparation, Consumer<T> request) {
        relays.forEach(relay -> relay.delay(oneWay));
        long fewest = Long.MAX_VALUE;
        for (int tried = 0; tried < tries && fewest > expected; tried++) {
            T prepared = preparation.get();
            long nanos = nanos(() -> request.accept(prepared));
            fewest = Math.min(fewest, nanos / oneWay.multipliedBy(2).toNanos());
        }
        return fewest;
    }

    private static long nanos(Runnable request) {
        long began = System.nanoTime();
        request.run();
        return System.nanoTime() - began;
    }
}
