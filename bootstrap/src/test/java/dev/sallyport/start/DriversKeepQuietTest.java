package dev.sallyport.start;

import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.newAddress;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.testkit.backend.TestServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Drivers that would log what a database refused, the value included: nothing of it is in the log as the service writes it. */
final class DriversKeepQuietTest {

    @ParameterizedTest
    @EnumSource
    void aTakenNameIsNotLogged(Database database, @TempDir Path data) {
        String url = database.url();
        String email = newAddress();
        String log;
        try (ServiceProcess service = ServiceProcess.start(Launch.on(data, "--storage.accounts.url", url))) {
            register(service.api(), email);
            service.api()
                    .post("/api/v1/auth/register", Map.of("email", email, "password", PASSWORD))
                    .expect(409);
            service.terminate();
            service.awaitEnd();
            log = String.join("\n", service.output()).replace("\\/", "/");
        }

        assertThat(log).contains("/api/v1/auth/register").doesNotContain(email).doesNotContain(url);
    }

    enum Database {
        POSTGRESQL,
        MARIADB,
        MONGODB;

        String url() {
            return switch (this) {
                case POSTGRESQL -> TestServer.postgres().freshUrl();
                case MARIADB -> TestServer.mariaDb().freshUrl();
                case MONGODB -> TestServer.mongo().freshUrl();
            };
        }
    }
}
