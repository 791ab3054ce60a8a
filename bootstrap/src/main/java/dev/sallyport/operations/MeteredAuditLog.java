package dev.sallyport.operations;

import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.user.UserId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts what the audit log records, so that nothing that matters for security goes unmetered. No label names a person. */
public final class MeteredAuditLog implements AuditLog {

    private static final String REFRESH = "auth.token.refresh";

    private final AuditLog log;
    private final Map<AuditType, Counter> counters = new EnumMap<>(AuditType.class);

    /** Registers every counter at once, so that a dashboard sees zeros and not gaps. */
    public MeteredAuditLog(AuditLog log, MeterRegistry meters) {
        this.log = log;
        for (AuditType type : AuditType.values()) {
            counters.put(type, counter(type, meters));
        }
    }

    @Override
    public void record(AuditEvent event) {
        log.record(event);
        Objects.requireNonNull(counters.get(event.type())).increment();
    }

    @Override
    public List<AuditEvent> about(UserId subject, int max) {
        return log.about(subject, max);
    }

    private static Counter counter(AuditType type, MeterRegistry meters) {
        return switch (type) {
            case SESSION_OPENED -> meters.counter("auth.login.success"); // a registration signs in too
            case SIGN_IN_FAILED -> meters.counter("auth.login.failure");
            case SESSION_REFRESHED -> meters.counter(REFRESH, "outcome", "rotated");
            case SESSION_REFRESH_REPLAYED -> meters.counter(REFRESH, "outcome", "replayed");
            case SESSION_REFRESH_REUSED -> meters.counter(REFRESH, "outcome", "reused");
            case SESSION_REFRESH_FAILED -> meters.counter(REFRESH, "outcome", "failed");
            case SESSION_ENDED -> meters.counter("auth.session.ended");
            case ACCOUNT_REGISTERED -> meters.counter("auth.account.registered");
            case ACCOUNT_DELETED -> meters.counter("auth.account.deleted");
            case PROFILE_CHANGED -> meters.counter("auth.profile.changed");
            case PASSWORD_CHANGED -> meters.counter("auth.password.changed");
            case PASSWORD_CHECK_FAILED -> meters.counter("auth.password.check.failure");
            case THROTTLE_EXCEEDED -> meters.counter("auth.throttle.exceeded");
        };
    }
}
