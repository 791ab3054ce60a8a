package dev.sallyport.domain.audit;

import dev.sallyport.domain.Origin;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One fact.
 *
 * @param actor who did it; null when nobody was signed in
 * @param subject the account it is about; null when there is none, as for an unknown address
 * @param details a few short names and values, in name order, never a secret and never an e-mail address
 */
public record AuditEvent(
        AuditEventId id,
        Instant at,
        AuditType type,
        @Nullable UserId actor,
        @Nullable UserId subject,
        @Nullable SessionId session,
        Origin origin,
        Map<String, String> details) {

    public AuditEvent {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    AuditEvent erased() {
        return new AuditEvent(id, at, type, actor, subject, session, origin.erased(), details);
    }
}
