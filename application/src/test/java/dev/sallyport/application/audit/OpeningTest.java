package dev.sallyport.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditHash;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.audit.ChainId;
import dev.sallyport.testkit.People;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OpeningTest {

    private static final ChainId CHAIN = ChainId.next(People.NOON, People.RANDOM);

    @Test
    void aChainIsNamedWithHowFarItHadCome() {
        Map<String, String> details = Map.of("after_" + CHAIN, "7 " + AuditHash.NONE);

        assertThat(Opening.in(event(AuditType.AUDIT_CHAIN_OPENED, details))).containsExactly(new Opening(CHAIN, 7));
    }

    @Test
    void theFormOfTheFirstBuildsIsRead() {
        Map<String, String> details =
                Map.of("after_chain", CHAIN.toString(), "after_count", "7", "after_hash", AuditHash.NONE.value());

        assertThat(Opening.in(event(AuditType.AUDIT_CHAIN_OPENED, details))).containsExactly(new Opening(CHAIN, 7));
    }

    @Test
    void otherEventsNameNone() {
        Map<String, String> details = Map.of("after_" + CHAIN, "7 " + AuditHash.NONE);

        assertThat(Opening.in(event(AuditType.SESSION_OPENED, details))).isEmpty();
    }

    private static AuditEvent event(AuditType type, Map<String, String> details) {
        AuditEventId id = AuditEventId.next(People.NOON, People.RANDOM);
        return new AuditEvent(id, People.NOON, type, null, null, null, People.LAPTOP, details);
    }
}
