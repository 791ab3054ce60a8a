package dev.sallyport.start;

import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.ROOT;
import static dev.sallyport.testkit.journey.ServiceUnderTest.login;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.testkit.journey.Answer;
import dev.sallyport.testkit.journey.Api;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartAndStopTest {

    @TempDir
    private Path data;

    @Test
    void helpAndVersionAreAnsweredAndNothingStarts() {
        Ended help = Ended.of(Launch.with("--help"));
        Ended version = Ended.of(Launch.with("--version"));

        assertThat(help.status()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).startsWith("Usage: ./sallyport").contains("--port  (SALLYPORT_PORT)");
        assertThat(version.status()).isZero();
        assertThat(version.out()).matches("sallyport \\S+\n");
    }

    @Test
    void onATerminalTheFirstStartSaysWhatThereIsToKnow() {
        Launch launch = Launch.on(data).withJavaOption("-Dsallyport.terminal=true");

        try (ServiceProcess service = ServiceProcess.start(launch)) {
            assertThat(service.output())
                    .filteredOn(line -> !line.isEmpty() && Character.isDigit(line.charAt(0)))
                    .hasSizeGreaterThan(4)
                    .allMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} (INFO |WARN ) .*\\."));
            assertThat(String.join("\n", service.output()))
                    .contains("Made a master key in " + data.resolve("master.key"))
                    .contains("H2 in " + data)
                    .contains("RS256")
                    .contains(service.uri() + "/swagger-ui")
                    .contains("listens on " + service.uri() + " after");
        }
    }

    @Test
    void withoutASuperAdminTheOperatorIsToldHowToMakeOneAndTheLogIsNot() {
        try (ServiceProcess service = ServiceProcess.start(Launch.on(data, "--storage.accounts.url", "memory:"))) {
            service.awaitOutput("the next start prints another");
            String token = service.setUpToken().orElseThrow();

            assertThat(service.output())
                    .anyMatch(line -> line.contains("curl " + service.uri() + "/api/v1/setup"))
                    .filteredOn(line -> line.contains(token))
                    .singleElement()
                    .asString()
                    .doesNotStartWith("{");
            service.api()
                    .post("/api/v1/setup", Map.of("token", token, "email", "ada@example.org", "password", PASSWORD))
                    .expect(201);
        }
    }

    @Test
    void aStopAnswersWhatIsUnderWayAndTakesNoMore() {
        Launch slow = Launch.on(
                data,
                "--hashing.bcrypt-cost",
                "14",
                "--hashing.threads",
                "1",
                "--storage.accounts.url",
                "memory:",
                "--bootstrap.admin.email",
                ROOT,
                "--bootstrap.admin.password",
                PASSWORD);
        try (ServiceProcess service = ServiceProcess.start(slow)) {
            assertThat(service.output()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
            Api api = service.api();
            String ada = register(api).text("/user/email");
            api.get("/prometheus").expect(200); // the first takes its time
            try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Answer>> underWay = Stream.generate(() -> clients.submit(() -> login(api, ada, PASSWORD)))
                        .limit(2)
                        .toList();
                awaitOneInTheQueue(api);

                service.terminate();

                assertThat(underWay).allSatisfy(answer -> answer.get().expect(200));
                assertThat(service.awaitEnd()).isEqualTo(128 + 15);
            }
        }
    }

    @Test
    void atDebugTheLogHasTheWholeFailureAndStandardErrorStillOneSentence() {
        Ended ended = Ended.of(Launch.on(Path.of("/proc/sallyport"), "--log.level", "debug"));

        assertThat(ended.out()).contains("The start failed", "stepArray", "StartFailure");
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.status()).isEqualTo(1);
    }

    /** One thread hashes, so with one waiting two are under way. */
    private static void awaitOneInTheQueue(Api api) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (!api.get("/prometheus").body().contains("auth_hashing_queue 1.0")) {
            assertThat(Instant.now()).isBefore(deadline);
        }
    }
}
