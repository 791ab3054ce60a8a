package dev.sallyport.problems;

import static dev.sallyport.testkit.journey.ServiceUnderTest.ADMINISTERED;
import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.QUICK;
import static dev.sallyport.testkit.journey.ServiceUnderTest.as;
import static dev.sallyport.testkit.journey.ServiceUnderTest.login;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newAddress;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newUsername;
import static dev.sallyport.testkit.journey.ServiceUnderTest.refresh;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.role.RoleAssignment;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.role.RoleStore;
import dev.sallyport.domain.role.Tier;
import dev.sallyport.domain.token.AccessClaims;
import dev.sallyport.domain.token.AccessTokens;
import dev.sallyport.domain.user.Metadata;
import dev.sallyport.domain.user.Profile;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserId;
import dev.sallyport.domain.user.UserStatus;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.journey.StartedService;
import dev.sallyport.testkit.Race;
import dev.sallyport.testkit.journey.Answer;
import dev.sallyport.testkit.journey.Api;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each code of the catalogue can be reached and has the status it is listed with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProblemsReachedTest {

    private final Path data;
    private final StartedService service;
    private final Api api;

    ProblemsReachedTest(@TempDir Path data) {
        this.data = data;
        this.service = start(ADMINISTERED);
        this.api = service.api();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void everyProblemIsReachedWithItsStatus() {
        Map<ProblemCode, Supplier<Answer>> ways = ways();

        assertThat(ways.keySet()).containsExactlyInAnyOrder(ProblemCode.values());
        ways.forEach((code, way) -> {
            Answer answer = way.get().expect(code.status().getCode(), code.code());
            assertThat(answer.text("/type")).isEqualTo(code.type());
            assertThat(answer.text("/request_id")).isEqualTo(answer.header("X-Request-Id"));
            assertThat(answer.header("WWW-Authenticate").isEmpty()).isEqualTo(answer.status() != 401);
            assertThat(answer.header("Retry-After").isEmpty())
                    .isEqualTo(answer.status() != 429 && answer.status() != 503);
            assertThat(answer.body()).doesNotContain("Exception", "dev.sallyport.", "io.micronaut", "SELECT", "/tmp");
        });
    }

    private Map<ProblemCode, Supplier<Answer>> ways() {
        Map<ProblemCode, Supplier<Answer>> ways = new EnumMap<>(ProblemCode.class);
        ways.put(ProblemCode.REQUEST_MALFORMED, () -> sendRegistration("{"));
        ways.put(ProblemCode.REQUEST_UNKNOWN_FIELD, () -> api.post("/api/v1/auth/refresh", Map.of("what", "ever")));
        ways.put(ProblemCode.TOKEN_MISSING, () -> api.get("/api/v1/users/me"));
        ways.put(ProblemCode.TOKEN_INVALID, () -> api.as("nonsense").get("/api/v1/users/me"));
        ways.put(ProblemCode.TOKEN_EXPIRED, this::anExpiredToken);
        ways.put(ProblemCode.INVALID_CREDENTIALS, () -> login(api, newAddress(), PASSWORD));
        ways.put(ProblemCode.REFRESH_INVALID, () -> refresh(api, "nonsense"));
        ways.put(ProblemCode.FORBIDDEN, this::aRoleWithoutPermissions);
        ways.put(ProblemCode.ACCOUNT_SUSPENDED, () -> signInWith(UserStatus.SUSPENDED));
        ways.put(ProblemCode.ACCOUNT_UNVERIFIED, () -> signInWith(UserStatus.PENDING_VERIFICATION));
        ways.put(ProblemCode.NOT_FOUND, () -> api.get("/api/v1/nothing"));
        ways.put(ProblemCode.SESSION_NOT_FOUND, () -> as(api, register(api)).delete("/api/v1/users/me/sessions/none"));
        ways.put(ProblemCode.METHOD_NOT_ALLOWED, () -> api.delete("/api/v1/auth/login"));
        ways.put(
                ProblemCode.NOT_ACCEPTABLE,
                () -> api.get("/api/v1/users/me/permissions", Map.of("Accept", "image/png")));
        ways.put(ProblemCode.EMAIL_TAKEN, () -> registerAs(register(api).text("/user/email"), newUsername()));
        ways.put(ProblemCode.USERNAME_TAKEN, this::aUsernameTwice);
        ways.put(ProblemCode.TOO_LARGE, () -> sendRegistration("{\"email\":\"" + "x".repeat(70_000) + "\"}"));
        ways.put(
                ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                () -> api.send("POST", "/api/v1/auth/login", new byte[] {1}, Map.of("Content-Type", "text/plain")));
        ways.put(ProblemCode.REQUEST_INVALID, () -> api.post("/api/v1/auth/register", Map.of()));
        ways.put(ProblemCode.FIELD_REQUIRED, () -> api.post("/api/v1/auth/refresh", Map.of()));
        ways.put(ProblemCode.EMAIL_INVALID, () -> registerAs("nobody", newUsername()));
        ways.put(ProblemCode.USERNAME_INVALID, () -> registerAs(newAddress(), "a b"));
        ways.put(ProblemCode.DISPLAY_NAME_INVALID, () -> patch(Map.of("display_name", "\u202Eada")));
        ways.put(ProblemCode.METADATA_TOO_LARGE, () -> patch(Map.of("metadata", Map.of("a", "x".repeat(17_000)))));
        ways.put(ProblemCode.PASSWORD_TOO_SHORT, () -> registerWith("Aa1-"));
        ways.put(ProblemCode.PASSWORD_TOO_LONG, () -> registerWith("Aa1-" + "x".repeat(125)));
        ways.put(ProblemCode.PASSWORD_TOO_WEAK, () -> registerWith("correcthorse"));
        ways.put(ProblemCode.PASSWORD_TOO_COMMON, this::aCommonPassword);
        ways.put(ProblemCode.PASSWORD_SAME_AS_IDENTITY, this::aPasswordThatIsTheUsername);
        ways.put(ProblemCode.THROTTLED, this::tooManyRegistrations);
        ways.put(ProblemCode.SERVER_ERROR, this::metadataThatNobodyCouldHaveStored);
        ways.put(ProblemCode.STORE_UNAVAILABLE, this::aStoreThatIsAway);
        ways.put(ProblemCode.SERVER_BUSY, this::aFullQueue);
        ways.putAll(new ServiceProblems(api, this::start).ways());
        ways.putAll(new PeopleProblems(api, bean(RoleStore.class)).ways());
        return ways;
    }

    private Answer sendRegistration(String body) {
        return api.send(
                "POST",
                "/api/v1/auth/register",
                body.getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Type", "application/json"));
    }

    private Answer registerAs(String email, String username) {
        return api.post("/api/v1/auth/register", Map.of("email", email, "password", PASSWORD, "username", username));
    }

    private Answer registerWith(String password) {
        return api.post("/api/v1/auth/register", Map.of("email", newAddress(), "password", password));
    }

    private Answer patch(Map<String, ?> body) {
        return as(api, register(api)).patch("/api/v1/users/me", body);
    }

    private Answer aUsernameTwice() {
        String username = newUsername();
        registerAs(newAddress(), username).expect(201);
        return registerAs(newAddress(), username);
    }

    private Answer anExpiredToken() {
        Answer tokens = register(api);
        AccessTokens accessTokens = bean(AccessTokens.class);
        var valid = (AccessTokens.Verification.Valid)
                accessTokens.verify(new dev.sallyport.domain.token.AccessToken(tokens.text("/access_token")));
        AccessClaims claims = valid.claims();
        Duration back = Duration.ofHours(1);
        AccessClaims past = new AccessClaims(
                claims.id(),
                claims.user(),
                claims.session(),
                claims.role(),
                claims.issuedAt().minus(back),
                claims.expiresAt().minus(back));
        return api.as(accessTokens.issue(past).value()).get("/api/v1/users/me");
    }

    private Answer aRoleWithoutPermissions() {
        RoleName powerless = new RoleName("POWERLESS");
        bean(RoleStore.class).define(new Role(powerless, Tier.USER, new TreeSet<>()));
        Answer tokens = register(api);
        change(tokens, user -> copy(user, user.profile(), RoleAssignment.global(powerless), user.status()));
        return as(api, tokens).get("/api/v1/users/me");
    }

    private Answer signInWith(UserStatus status) {
        Answer tokens = register(api);
        change(tokens, user -> copy(user, user.profile(), user.role(), status));
        return login(api, tokens.text("/user/email"), PASSWORD);
    }

    private Answer metadataThatNobodyCouldHaveStored() {
        Answer tokens = register(api);
        Profile broken = new Profile(null, null, new Metadata("{no json}"));
        change(tokens, user -> copy(user, broken, user.role(), user.status()));
        return as(api, tokens).get("/api/v1/users/me");
    }

    private void change(Answer tokens, UnaryOperator<User> change) {
        UserStore users = bean(UserStore.class);
        User user =
                users.find(UserId.parse(tokens.text("/user/id")).orElseThrow()).orElseThrow();
        assertThat(users.replace(user, change.apply(user))).isEqualTo(UserStore.ReplaceResult.REPLACED);
    }

    private static User copy(User user, Profile profile, RoleAssignment role, UserStatus status) {
        return new User(
                user.id(),
                user.email(),
                user.emailVerified(),
                profile,
                user.credentials(),
                role,
                status,
                null,
                user.version() + 1,
                user.createdAt(),
                user.updatedAt(),
                user.lastSignInAt(),
                user.deletedAt());
    }

    private Answer aCommonPassword() {
        try (StartedService lax =
                start(Map.of("password.upper", "false", "password.digit", "false", "password.special", "false"))) {
            return lax.api().post("/api/v1/auth/register", Map.of("email", newAddress(), "password", "sunshine"));
        }
    }

    private Answer aPasswordThatIsTheUsername() {
        String username = "Ada-Lovelace-1815";
        return api.post(
                "/api/v1/auth/register",
                Map.of(
                        "email",
                        newAddress(),
                        "username",
                        username,
                        "password",
                        username.toLowerCase(java.util.Locale.ROOT).replace('a', 'A')));
    }

    private Answer tooManyRegistrations() {
        try (StartedService strict = start(Map.of("throttle.enabled", "true", "throttle.registration.attempts", "1"))) {
            register(strict.api());
            return strict.api().post("/api/v1/auth/register", Map.of("email", newAddress(), "password", PASSWORD));
        }
    }

    private Answer aStoreThatIsAway() {
        Map<String, String> settings = new HashMap<>(QUICK);
        settings.put("data", data.toString());
        try (StartedService durable = StartedService.with(settings)) {
            takeAway(durable);
            return login(durable.api(), newAddress(), PASSWORD);
        }
    }

    private static void takeAway(StartedService durable) {
        try {
            durable.service()
                    .context()
                    .getBean(DataSource.class)
                    .unwrap(HikariDataSource.class)
                    .close();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Answer aFullQueue() {
        Map<String, String> slow = Map.of(
                "hashing.threads",
                "1",
                "hashing.queue",
                "1",
                "hashing.argon2-memory",
                "65536",
                "hashing.argon2-iterations",
                "4");
        try (StartedService narrow = start(slow)) {
            Api api = narrow.api();
            List<Answer> answers = Race.of(12, number -> login(api, newAddress(), PASSWORD));
            return answers.stream()
                    .filter(answer -> answer.status() == 503)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private <T> T bean(Class<T> type) {
        return service.service().context().getBean(type);
    }

    private StartedService start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(QUICK);
        all.putAll(settings);
        all.put("data", data.toString());
        all.put("storage.accounts.url", "memory:");
        return StartedService.with(Collections.unmodifiableMap(all));
    }
}
