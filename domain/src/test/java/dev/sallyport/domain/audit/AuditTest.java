package dev.sallyport.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.domain.Ada;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AuditTest {

    @Test
    void codesAreUniqueAndNameAThingAndWhatHappenedToIt() {
        assertThat(Arrays.stream(AuditType.values()).map(AuditType::code))
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(code).matches("[a-z_]+\\.[a-z_]+"));
    }

    @Test
    void detailsAreInNameOrderAndStayAsTheyWere() {
        Map<String, String> details = new HashMap<>(Map.of("reason", "sign_out", "ended", "2"));
        AuditEvent event = event(details);

        details.put("later", "x");

        assertThat(event.details()).containsExactly(Map.entry("ended", "2"), Map.entry("reason", "sign_out"));
        assertThatThrownBy(() -> event.details().put("later", "x")).isInstanceOf(UnsupportedOperationException.class);
    }

    private static AuditEvent event(Map<String, String> details) {
        return new AuditEvent(
                AuditEventId.next(Ada.NOON, Ada.RANDOM),
                Ada.NOON,
                AuditType.SESSION_ENDED,
                null,
                null,
                null,
                Ada.LAPTOP,
                details);
    }
}
