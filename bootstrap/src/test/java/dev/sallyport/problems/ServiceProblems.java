package dev.sallyport.problems;

import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.QUICK;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newAddress;
import static dev.sallyport.testkit.journey.ServiceUnderTest.rootOf;

import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.domain.token.OneTimePurpose;
import dev.sallyport.domain.token.OneTimeSecret;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.OneTimeTokenStore;
import dev.sallyport.journey.StartedService;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.journey.Answer;
import dev.sallyport.testkit.journey.Api;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What those come to see who set a service up, or let services in. */
record ServiceProblems(Api api, Function<Map<String, String>, StartedService> start) {

    private static final Instant LONG_AGO = Instant.EPOCH;
    private static final Instant FAR_AWAY = Instant.parse("9999-12-31T23:59:59Z");

    Map<ProblemCode, Supplier<Answer>> ways() {
        return Map.of(
                ProblemCode.API_KEY_NOT_FOUND,
                () -> rootOf(api).delete("/api/v1/api-keys/none"),
                ProblemCode.SETUP_COMPLETED,
                () -> setUp(api, "nonsense"),
                ProblemCode.ONE_TIME_TOKEN_INVALID,
                this::setUpWithNonsense,
                ProblemCode.ONE_TIME_TOKEN_USED,
                () -> setUpWith(FAR_AWAY, Optional.of(LONG_AGO)),
                ProblemCode.ONE_TIME_TOKEN_EXPIRED,
                () -> setUpWith(LONG_AGO, Optional.empty()));
    }

    private Answer setUpWithNonsense() {
        try (StartedService empty = start.apply(QUICK)) {
            return setUp(empty.api(), "nonsense");
        }
    }

    private Answer setUpWith(Instant expiresAt, Optional<Instant> usedAt) {
        OneTimeSecret secret = OneTimeSecret.next(People.RANDOM);
        OneTimeToken token =
                new OneTimeToken(secret.hash(), OneTimePurpose.SETUP, null, LONG_AGO, expiresAt, usedAt.orElse(null));
        try (StartedService empty = start.apply(QUICK)) {
            empty.service().context().getBean(OneTimeTokenStore.class).add(token);
            return setUp(empty.api(), secret.value());
        }
    }

    private static Answer setUp(Api api, String token) {
        return api.post("/api/v1/setup", Map.of("token", token, "email", newAddress(), "password", PASSWORD));
    }
}
