package dev.sallyport.testkit.journey;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How a journey gets a service on its pair of backends, and people who are new there. */
public interface ServiceUnderTest {

    /** A password every policy takes. */
    String PASSWORD = "Correct-Horse-9";

    /** As cheap as passwords can be. */
    Map<String, String> CHEAP_PASSWORDS =
            Map.of("hashing.algorithm", "argon2id", "hashing.argon2-memory", "7168", "hashing.argon2-iterations", "1");

    /** Quick to hash, and with no limit on attempts: most journeys come from one address. */
    Map<String, String> QUICK = and(CHEAP_PASSWORDS, Map.of("throttle.enabled", "false", "hashing.queue", "500"));

    /** The first Super Admin of a service started with {@link #ADMINISTERED}; the password is {@link #PASSWORD}. */
    String ROOT = "root@example.org";

    /** {@link #QUICK}, with a Super Admin. */
    Map<String, String> ADMINISTERED =
            and(QUICK, Map.of("bootstrap.admin.email", ROOT, "bootstrap.admin.password", PASSWORD));

    /**
     * Starts another service on the backends, with these settings over the defaults (names without {@code sallyport.}). Services
     * started one after another see the same data.
     */
    RunningService start(Map<String, String> settings);

    /** The same on backends of the same kinds that are empty. */
    RunningService startEmpty(Map<String, String> settings);

    /** The one most journeys share, started with {@link #ADMINISTERED}. */
    RunningService shared();

    default Api api() {
        return shared().api();
    }

    default RunningService quickWith(Map<String, String> settings) {
        return start(and(QUICK, settings));
    }

    /** One with a Super Admin. */
    default RunningService administeredWith(Map<String, String> settings) {
        return start(and(ADMINISTERED, settings));
    }

    private static Map<String, String> and(Map<String, String> settings, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return Map.copyOf(all);
    }

    /** The shared service as its first Super Admin. */
    default Api root() {
        return rootOf(api());
    }

    static Api rootOf(Api api) {
        return as(api, login(api, ROOT, PASSWORD).expect(200));
    }

    /** Registers somebody new who has a role, and whose first tokens are still good. */
    default Answer registerWith(String role) {
        Answer tokens = register(api());
        root().patch(account(tokens) + "/role", Map.of("role", role)).expect(200);
        return tokens;
    }

    /** Where administrators find the person these tokens were given to. */
    static String account(Answer tokens) {
        return "/api/v1/users/" + tokens.text("/user/id");
    }

    static String newAddress() {
        return "person-" + UUID.randomUUID() + "@example.org";
    }

    static String newUsername() {
        return "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    /** Registers somebody new and returns the answer with the first tokens. */
    static Answer register(Api api) {
        return register(api, newAddress());
    }

    static Answer register(Api api, String email) {
        return api.post("/api/v1/auth/register", Map.of("email", email, "password", PASSWORD))
                .expect(201);
    }

    static Answer login(Api api, String email, String password) {
        return api.post("/api/v1/auth/login", Map.of("email", email, "password", password));
    }

    static Answer refresh(Api api, String refreshToken) {
        return api.post("/api/v1/auth/refresh", Map.of("refresh_token", refreshToken));
    }

    /** The service as the person these tokens were given to. */
    static Api as(Api api, Answer tokens) {
        return api.as(tokens.text("/access_token"));
    }
}
