package dev.sallyport.journey;

import static dev.sallyport.testkit.journey.ServiceUnderTest.as;
import static dev.sallyport.testkit.journey.ServiceUnderTest.refresh;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.testkit.journey.Answer;
import dev.sallyport.testkit.journey.JourneyContract;
import dev.sallyport.testkit.journey.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Accounts and tokens in H2 files: the embedded default. Each further service of a journey gets a folder of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class H2JourneyTest implements JourneyContract {

    private final Path folder;
    private final RunningService shared;

    H2JourneyTest(@TempDir Path folder) {
        this.folder = folder;
        this.shared = start(ADMINISTERED);
    }

    @Override
    public RunningService start(Map<String, String> settings) {
        return startOn(newFolder(), settings);
    }

    @Override
    public RunningService startEmpty(Map<String, String> settings) {
        return start(settings);
    }

    @Override
    public RunningService shared() {
        return shared;
    }

    @AfterAll
    void stop() {
        shared.close();
    }

    @Test
    void tokensSessionsAndTheirGenerationsOutliveARestart() {
        Path data = newFolder();
        Answer first;
        Answer second;
        Answer ended;
        try (RunningService service = startOn(data, QUICK)) {
            first = register(service.api());
            second = refresh(service.api(), first.text("/refresh_token")).expect(200);
            ended = register(service.api());
            as(service.api(), ended).post("/api/v1/auth/logout").expect(204);
        }

        try (RunningService service = startOn(data, QUICK)) {
            as(service.api(), second).get("/api/v1/users/me").expect(200);
            as(service.api(), ended).get("/api/v1/users/me").expect(401, "auth.token_invalid");
            Answer third = refresh(service.api(), second.text("/refresh_token")).expect(200);

            refresh(service.api(), first.text("/refresh_token")).expect(401, "auth.refresh_invalid");

            refresh(service.api(), third.text("/refresh_token")).expect(401, "auth.refresh_invalid");
        }
    }

    @Test
    void theDataFolderItMakesIsItsOwnersAlone() throws IOException {
        Path data = newFolder().resolve("new");

        startOn(data, QUICK).close();

        assertThat(Files.getPosixFilePermissions(data)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aChangeOfAlgorithmKeepsOldTokensValid() {
        Path data = newFolder();
        Answer before;
        try (RunningService service = startOn(data, QUICK)) {
            before = register(service.api());
        }

        Map<String, String> settings = new HashMap<>(QUICK);
        settings.put("tokens.access.algorithm", "ES256");
        settings.put("tokens.issuer", "http://localhost:0");
        try (RunningService service = startOn(data, settings)) {
            as(service.api(), before).get("/api/v1/users/me").expect(200);
            Answer after = refresh(service.api(), before.text("/refresh_token")).expect(200);
            as(service.api(), after).get("/api/v1/users/me").expect(200);
            assertThat(service.api().get("/.well-known/jwks.json").json().at("/keys"))
                    .hasSize(2);
        }
    }

    private RunningService startOn(Path data, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("data", data.toString());
        return StartedService.with(all);
    }

    private Path newFolder() {
        try {
            return Files.createTempDirectory(folder, "data");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
