package dev.sallyport.start;

import static dev.sallyport.testkit.journey.ServiceUnderTest.QUICK;
import static dev.sallyport.testkit.journey.ServiceUnderTest.register;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.journey.StartedService;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./sallyport audit} in a process of its own. */
final class AuditProcessTest {

    @TempDir
    private Path data;

    @Test
    void theStatusAndTheStandardOutputSayWhetherTheLogIsWhole() throws SQLException {
        useAService();

        Ended whole = verify();
        edit("UPDATE audit_events SET details = '{}' WHERE event_type = 'session.opened'");
        Ended edited = verify();

        assertThat(whole.status()).as(whole.err()).isZero();
        assertThat(whole.out()).startsWith("The audit log is whole.");
        assertThat(edited.status()).as(edited.err()).isOne();
        assertThat(edited.out()).containsPattern("Record \\d of chain \\S+ \\(event \\S+\\) was edited\\.");
    }

    private void useAService() {
        Map<String, String> settings = new HashMap<>(QUICK);
        settings.put("data", data.toString());
        try (StartedService service = StartedService.with(settings)) {
            register(service.api());
        }
    }

    private Ended verify() {
        return Ended.of(Launch.with("audit", "verify", "--data", data.toString()));
    }

    private void edit(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + data.resolve("sallyport"), "sa", "");
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isOne();
        }
    }
}
