package dev.sallyport.start;

import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.login;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newAddress;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.testkit.Race;
import dev.sallyport.testkit.journey.Answer;
import dev.sallyport.testkit.journey.Api;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} while clients register, sign in and sign out: what was answered, is. */
final class KilledServiceTest {

    private static final int CLIENTS = 8;
    private static final int ROUNDS_BEFORE_THE_KILL = 40;

    /** What the clients were told, each noted only once the answer was there. */
    private final Queue<String> accounts = new ConcurrentLinkedQueue<>();

    private final Queue<String> liveTokens = new ConcurrentLinkedQueue<>();
    private final Queue<String> endedTokens = new ConcurrentLinkedQueue<>();

    @Test
    void whatWasAcknowledgedHoldsAfterAKill(@TempDir Path data) throws InterruptedException {
        Launch launch =
                Launch.on(data, "--hashing.bcrypt-cost", "10", "--throttle.enabled", "false", "--hashing.queue", "500");
        try (ServiceProcess service = ServiceProcess.start(launch)) {
            killUnderLoad(service);
        }

        try (ServiceProcess service = ServiceProcess.start(launch)) {
            Api api = service.api();
            assertThat(liveTokens).hasSizeGreaterThanOrEqualTo(ROUNDS_BEFORE_THE_KILL);
            assertThat(endedTokens).hasSizeGreaterThanOrEqualTo(ROUNDS_BEFORE_THE_KILL);
            each(liveTokens, token -> api.as(token).get("/api/v1/users/me").expect(200));
            each(endedTokens, token -> api.as(token).get("/api/v1/users/me").expect(401, "auth.token_invalid"));
            each(accounts, email -> login(api, email, PASSWORD).expect(200));
        }
    }

    private void killUnderLoad(ServiceProcess service) throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(ROUNDS_BEFORE_THE_KILL);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> useUntilNobodyAnswers(service.api(), rounds));
            }
            assertThat(rounds.await(60, TimeUnit.SECONDS)).isTrue();
            service.kill();
        }
    }

    private void useUntilNobodyAnswers(Api api, CountDownLatch rounds) {
        try {
            while (true) {
                round(api);
                rounds.countDown();
            }
        } catch (AssertionError nobodyAnswers) {
            assertThat(nobodyAnswers).hasMessageContaining("got no answer");
        }
    }

    private void round(Api api) {
        String email = newAddress();
        Answer registered = register(api, email);
        accounts.add(email);
        liveTokens.add(registered.text("/access_token"));
        String token = login(api, email, PASSWORD).expect(200).text("/access_token");
        api.as(token).post("/api/v1/auth/logout").expect(204);
        endedTokens.add(token);
    }

    private static void each(Queue<String> all, Consumer<String> check) {
        List<String> texts = List.copyOf(all);
        Race.run(texts.size(), number -> check.accept(texts.get(number)));
    }
}
