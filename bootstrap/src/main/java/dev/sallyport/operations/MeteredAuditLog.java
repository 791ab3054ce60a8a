package dev.sallyport.operations;

import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditLog;
import dev.sallyport.domain.audit.AuditType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Counts what the audit log records, so that nothing that matters for security goes unmetered. No label names a person. */
public final class MeteredAuditLog implements AuditLog {

    private static final String REFRESH = "auth.token.refresh";
    private static final String USER = "auth.user.changed";
    private static final String ROLE = "auth.role.changed";
    private static final String API_KEY = "auth.api.key.changed";
    private static final String CHANGE = "change";

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
            case USER_CREATED -> meters.counter(USER, CHANGE, "created");
            case USER_UPDATED -> meters.counter(USER, CHANGE, "updated");
            case USER_SUSPENDED -> meters.counter(USER, CHANGE, "suspended");
            case USER_ACTIVATED -> meters.counter(USER, CHANGE, "activated");
            case USER_UNLOCKED -> meters.counter(USER, CHANGE, "unlocked");
            case USER_RESTORED -> meters.counter(USER, CHANGE, "restored");
            case USER_PURGED -> meters.counter(USER, CHANGE, "purged");
            case ROLE_CHANGED -> meters.counter(USER, CHANGE, "role");
            case ROLE_DEFINED -> meters.counter(ROLE, CHANGE, "defined");
            case ROLE_REDEFINED -> meters.counter(ROLE, CHANGE, "redefined");
            case ROLE_REMOVED -> meters.counter(ROLE, CHANGE, "removed");
            case API_KEY_CREATED -> meters.counter(API_KEY, CHANGE, "created");
            case API_KEY_ROTATED -> meters.counter(API_KEY, CHANGE, "rotated");
            case API_KEY_REVOKED -> meters.counter(API_KEY, CHANGE, "revoked");
            case SETUP_COMPLETED -> meters.counter("auth.setup.completed");
            case AUDIT_CHAIN_OPENED -> meters.counter("auth.audit.chain.opened");
            case THROTTLE_EXCEEDED -> meters.counter("auth.throttle.exceeded");
        };
    }
}
