package dev.sallyport.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.testkit.backend.Relay;
import dev.sallyport.testkit.backend.TestServer;
import dev.sallyport.testkit.journey.ServiceUnderTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that is not there, or not one: one sentence that names it, or patience. No word of a password. */
final class RefusedStoreTest {

    private static final String PASSWORD = "s3cret-in-the-url";

    @TempDir
    private Path data;

    @Test
    void aSchemeOfNoBackend() {
        assertRefused(
                "jdbc:oracle:thin:ada/" + PASSWORD + "@db",
                "sallyport.storage.accounts.url",
                "jdbc:postgresql:",
                "mongodb:");
    }

    @Test
    void redisForAccounts() {
        assertRefused(
                "redis://:" + PASSWORD + "@cache",
                "sallyport.storage.accounts.url",
                "Redis, which keeps tokens only",
                "sallyport.storage.tokens.url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://%s/sallyport?user=ada&password=" + PASSWORD,
                "jdbc:mariadb://%s/sallyport?user=ada&password=" + PASSWORD,
                "mongodb://ada:" + PASSWORD + "@%s/sallyport"
            })
    void aDatabaseThatNobodyRuns(String url) {
        String place = freePlace();

        assertRefused(url.formatted(place), place, "check its address and that it runs");
    }

    @Test
    void aRedisThatNobodyRuns() {
        String place = freePlace();

        Ended ended = Ended.of(Launch.on(data, "--storage.tokens.url", "redis://:" + PASSWORD + "@" + place));

        ended.assertRefused(place, "check its address and that it runs");
        assertThat(ended.err()).doesNotContain(PASSWORD);
    }

    @Test
    void ofTwoDatabasesTheOneThatNobodyRunsIsNamed() {
        String place = freePlace();

        Ended.of(withPatience(TestServer.mongo().freshUrl())
                        .and("--storage.tokens.url", "mongodb://ada:" + PASSWORD + "@" + place + "/tokens"))
                .assertRefused(place);
    }

    @Test
    void aServiceWithPatienceWaitsForItsStore() {
        try (Relay relay = Relay.to(TestServer.mongo().address())) {
            relay.refuse();
            Launch patient =
                    withPatience(relay.through(TestServer.mongo().freshUrl())).and("--storage.wait", "1m");
            try (ServiceProcess service = ServiceProcess.launch(patient)) {
                service.awaitOutput("Trying again");

                relay.pass();

                ServiceUnderTest.register(service.api());
                assertThat(service.output()).anyMatch(line -> line.contains("Store: MongoDB at 127.0.0.1:"));
            }
        }
    }

    @Test
    void patienceEnds() {
        String place = freePlace();

        Ended ended = Ended.of(
                launch("mongodb://ada:" + PASSWORD + "@" + place + "/sallyport").and("--storage.wait", "6s"));

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains(place);
        assertThat(ended.out()).contains("Trying again");
    }

    private void assertRefused(String url, String... words) {
        Ended ended = Ended.of(launch(url));

        ended.assertRefused(words);
        assertThat(ended.err()).doesNotContain(PASSWORD);
    }

    private Launch launch(String accountsUrl) {
        return withPatience(accountsUrl).and("--storage.timeout", "500ms");
    }

    /** With a store that is there, which a busy machine may keep waiting. */
    private Launch withPatience(String accountsUrl) {
        return Launch.on(data, "--storage.accounts.url", accountsUrl);
    }

    /** A host and a port where nobody listens. */
    private static String freePlace() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
