package dev.sallyport.domain.audit;

import java.util.Arrays;
import java.util.Optional;

/** The facts that are recorded. The {@linkplain #code() codes} are a contract with whoever reads the log. */
public enum AuditType {
    ACCOUNT_REGISTERED("account.registered"),
    ACCOUNT_DELETED("account.deleted"),
    PROFILE_CHANGED("profile.changed"),
    SIGN_IN_FAILED("sign_in.failed"),
    PASSWORD_CHANGED("password.changed"),
    /** Somebody signed in gave a wrong password where it was asked again. */
    PASSWORD_CHECK_FAILED("password.check_failed"),
    SESSION_OPENED("session.opened"),
    SESSION_REFRESHED("session.refreshed"),
    SESSION_REFRESH_REPLAYED("session.refresh_replayed"),
    SESSION_REFRESH_REUSED("session.refresh_reused"),
    SESSION_REFRESH_FAILED("session.refresh_failed"),
    SESSION_ENDED("session.ended"),
    /** An administrator made an account. */
    USER_CREATED("user.created"),
    USER_UPDATED("user.updated"),
    USER_SUSPENDED("user.suspended"),
    USER_ACTIVATED("user.activated"),
    USER_UNLOCKED("user.unlocked"),
    USER_RESTORED("user.restored"),
    /** The account and what could tell whose it was are gone for good. */
    USER_PURGED("user.purged"),
    /** An account got another role. */
    ROLE_CHANGED("role.changed"),
    ROLE_DEFINED("role.defined"),
    ROLE_REDEFINED("role.redefined"),
    ROLE_REMOVED("role.removed"),
    API_KEY_CREATED("api_key.created"),
    API_KEY_ROTATED("api_key.rotated"),
    API_KEY_REVOKED("api_key.revoked"),
    /** The first Super Admin was made. */
    SETUP_COMPLETED("setup.completed"),
    /** An instance began to write a chain of records. */
    AUDIT_CHAIN_OPENED("audit.chain_opened"),
    /** The first refusal in a window; those after it are answered, not recorded. */
    THROTTLE_EXCEEDED("throttle.exceeded");

    private final String code;

    AuditType(String code) {
        this.code = code;
    }

    public static Optional<AuditType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    public AuditOutcome outcome() {
        return switch (this) {
            case SIGN_IN_FAILED, PASSWORD_CHECK_FAILED, SESSION_REFRESH_FAILED -> AuditOutcome.FAILURE;
            case SESSION_REFRESH_REUSED, THROTTLE_EXCEEDED -> AuditOutcome.DENIED;
            default -> AuditOutcome.SUCCESS;
        };
    }

    public String code() {
        return code;
    }
}
