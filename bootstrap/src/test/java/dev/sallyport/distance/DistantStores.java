package dev.sallyport.distance;

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
import org.assertj.core.api.AbstractLongAssert;
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
    private static final Duration ROUND_TRIP = ONE_WAY.multipliedBy(2);
    private static final int TRIES = 5;

    /** As cheap as passwords can be, and limits that are asked about but never reached. */
    private static final Map<String, String> SETTINGS = Map.of(
            "hashing.algorithm", "argon2id",
            "hashing.argon2-memory", "7168",
            "hashing.argon2-iterations", "1",
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
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("data", data.toString());
        axes.forEach((axis, server) -> settings.put("storage." + axis + ".url", relayed(server)));
        this.service = StartedService.with(settings);
        this.api = service.api();
        register(api, email);
        relays.forEach(relay -> relay.delay(ONE_WAY));
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

        assertTrips(() -> me, as -> as.get("/.well-known/jwks.json").expect(200))
                .isEqualTo(1);
    }

    /** And counting its requests another. */
    @Test
    void checkingAnApiKeyTakesTwo() {
        Map<String, ?> reader = Map.of("name", "Import", "permissions", List.of("users:read"));
        String key = rootOf(api).post("/api/v1/api-keys", reader).expect(201).text("/key");

        assertTrips(
                        () -> api.withHeader("X-API-Key", key),
                        as -> as.get("/.well-known/jwks.json").expect(200))
                .isEqualTo(2);
    }

    @Test
    void aTokenThatDoesNotMatterCostsNothing() {
        assertTrips(() -> api, as -> as.get("/.well-known/jwks.json").expect(200))
                .isZero();
    }

    @Test
    void readingOnesProfileTakesTwo() {
        Api me = as(api, signIn());

        assertTrips(() -> me, as -> as.get("/api/v1/users/me").expect(200)).isEqualTo(2);
    }

    @Test
    void refreshingTakesFour() {
        assertTrips(
                        this::signIn,
                        tokens -> refresh(api, tokens.text("/refresh_token")).expect(200))
                .isEqualTo(4);
    }

    @Test
    void signingInTakesFiveAtMost() {
        assertThat(signIn).isLessThanOrEqualTo(5);
        assertTrips(() -> email, mine -> login(api, mine, PASSWORD).expect(200)).isEqualTo(signIn);
    }

    @Test
    void signingOutTakesTwo() {
        assertTrips(
                        this::signIn,
                        tokens -> as(api, tokens).post("/api/v1/auth/logout").expect(204))
                .isEqualTo(2);
    }

    private Answer signIn() {
        return login(api, email, PASSWORD).expect(200);
    }

    /** The fastest of a few: a duration holds every trip there was, and on a busy machine more than that. */
    private static <T> AbstractLongAssert<?> assertTrips(Supplier<T> preparation, Consumer<T> request) {
        long trips = Stream.generate(preparation)
                .limit(TRIES)
                .mapToLong(prepared -> trips(() -> request.accept(prepared)))
                .min()
                .orElseThrow();
        return assertThat(trips).as("round trips");
    }

    private static long trips(Runnable request) {
        long began = System.nanoTime();
        request.run();
        return Duration.ofNanos(System.nanoTime() - began).dividedBy(ROUND_TRIP);
    }
}
