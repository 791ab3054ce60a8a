package dev.sallyport.application.audit;

import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.ClientAddress;
import dev.sallyport.domain.Origin;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Writes down what happened, with the time, an id and where the request came from. One round trip each. */
public final class Audit {

    private final AuditLog log;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Audit(AuditLog log, InstantSource clock, RandomGenerator random) {
        this.log = log;
        this.clock = clock;
        this.random = random;
    }

    /** Something an account did to itself, within a session. */
    public void record(AuditType type, Session session, Origin origin, Map<String, String> details) {
        record(type, session.user(), session.id(), origin, details);
    }

    /** The same, where all that is known of the session is its name. */
    public void record(AuditType type, UserId account, SessionId session, Origin origin, Map<String, String> details) {
        record(type, account, account, session, origin, details);
    }

    /** Something an account did to itself, or that was done in its name, before there was a session. */
    public void record(AuditType type, UserId account, Origin origin) {
        record(type, account, account, null, origin, Map.of());
    }

    /** Something whoever makes a request did, to an account or to none. */
    public void record(
            AuditType type, Caller caller, @Nullable UserId subject, Origin origin, Map<String, String> details) {
        switch (caller) {
            case Caller.InSession(Session session) ->
                record(type, session.user(), subject, session.id(), origin, details);
            case Caller.WithKey(ApiKey key) ->
                record(
                        type,
                        key.creator(),
                        subject,
                        null,
                        origin,
                        with(details, "api_key", key.id().toString()));
        }
    }

    /** Something the service did by itself. */
    public void recordOwn(AuditType type, @Nullable UserId subject, Map<String, String> details) {
        record(type, null, subject, null, Origin.of(ClientAddress.UNKNOWN, null, "sallyport"), details);
    }

    private static Map<String, String> with(Map<String, String> details, String name, String value) {
        Map<String, String> more = new HashMap<>(details);
        more.put(name, value);
        return more;
    }

    /** Something nobody signed in did, to an account or to none. */
    public void recordStranger(AuditType type, @Nullable UserId subject, Origin origin, Map<String, String> details) {
        record(type, null, subject, null, origin, details);
    }

    private void record(
            AuditType type,
            @Nullable UserId actor,
            @Nullable UserId subject,
            @Nullable SessionId session,
            Origin origin,
            Map<String, String> details) {
        Instant now = clock.instant();
        log.record(new AuditEvent(AuditEventId.next(now, random), now, type, actor, subject, session, origin, details));
    }
}
