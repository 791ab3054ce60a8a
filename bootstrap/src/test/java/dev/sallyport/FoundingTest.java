package dev.sallyport;

import static dev.sallyport.testkit.journey.ServiceUnderTest.PASSWORD;
import static dev.sallyport.testkit.journey.ServiceUnderTest.QUICK;
import static dev.sallyport.testkit.journey.ServiceUnderTest.login;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.journey.StartedService;
import dev.sallyport.testkit.journey.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first Super Admin, as it is configured. */
final class FoundingTest {

    private static final String EMAIL = "ada.lovelace@example.org";

    @TempDir
    private Path data;

    @Test
    void theConfiguredOneIsMadeOnceAndItsPasswordFileMayGo() throws IOException {
        Path file = Files.writeString(data.resolve("password"), PASSWORD + "\n");
        Map<String, String> admin =
                Map.of("bootstrap.admin.email", EMAIL, "bootstrap.admin.password-file", file.toString());
        try (RunningService service = start(admin)) {
            assertThat(service.setUpToken()).isEmpty();
            assertThat(login(service.api(), EMAIL, PASSWORD).expect(200).text("/user/role"))
                    .isEqualTo("SUPER_ADMIN");
        }
        Files.delete(file);

        try (RunningService service = start(admin)) {
            login(service.api(), EMAIL, PASSWORD).expect(200);
        }
        try (RunningService service = start(Map.of())) {
            assertThat(service.setUpToken()).isEmpty();
        }
    }

    @Test
    void anotherPasswordLaterChangesNobodys() {
        start(admin(PASSWORD)).close();

        try (RunningService service = start(admin("Another-Horse-10"))) {
            login(service.api(), EMAIL, "Another-Horse-10").expect(401);
            login(service.api(), EMAIL, PASSWORD).expect(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Aa1-, has fewer than 8 characters",
        "correct-horse-9, has no upper-case letter",
        "Correct-Horse, has no digit"
    })
    void aPasswordThatBreaksThePolicyStopsTheStart(String password, String why) {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> start(admin(password)))
                .withMessageContaining("SALLYPORT_BOOTSTRAP_ADMIN_PASSWORD) " + why)
                .withMessageEndingWith(".")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(password));
    }

    @Test
    void anAddressThatSomebodyElseHasStopsTheStart() {
        try (RunningService service = start(Map.of())) {
            register(service.api(), EMAIL);
        }

        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> start(admin(PASSWORD)))
                .withMessageContaining("SALLYPORT_BOOTSTRAP_ADMIN_EMAIL")
                .withMessageContaining("name another address")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(EMAIL));
    }

    private RunningService start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(QUICK);
        all.put("data", data.toString());
        all.putAll(settings);
        return StartedService.with(all);
    }

    private static Map<String, String> admin(String password) {
        return Map.of("bootstrap.admin.email", EMAIL, "bootstrap.admin.password", password);
    }
}
